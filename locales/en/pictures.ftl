# What a picture tells that was sent as a file.

picture-place = Your picture says that it was taken { $place }. Use that place?
picture-place-yes = Yes
picture-place-no = No
picture-heic = I can't open pictures in the format HEIC. Please send it once more as a photo, not as a file; then the staff can see it.
    .sms = I can't open this picture (HEIC). Please send it as JPEG, or tell me in words.
picture-broken = I can't open this file as a picture; it may be damaged. Please send it once more as a photo.
    .sms = I can't open this picture. Please send it once more, or tell me in words.
picture-too-big = This file is larger than 20 MB, and I can't fetch it. Please send it once more as a photo, not as a file.
    .sms = This picture is too big for me. Please send a smaller one, or tell me in words.
unsupported-file = I can't open files of this kind. Words, pictures (JPEG, PNG, WebP) and your location work.
