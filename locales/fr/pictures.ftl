# Ce que dit une image envoyée comme fichier.

picture-place = D'après votre image, elle a été prise { $place }. Est-ce le bon endroit ?
picture-place-yes = Oui
picture-place-no = Non
picture-heic = Je ne sais pas ouvrir les images au format HEIC. Renvoyez-la comme photo, et non comme fichier : les agents pourront la voir.
    .sms = Je ne sais pas ouvrir cette image (HEIC). Renvoyez-la en JPEG, ou dites-le avec des mots.
picture-broken = Je n'arrive pas à ouvrir ce fichier comme une image ; il est peut-être abîmé. Renvoyez-la comme photo, s'il vous plaît.
    .sms = Je n'arrive pas à ouvrir cette image. Renvoyez-la, ou dites-le avec des mots.
picture-too-big = Ce fichier dépasse 20 Mo et je ne peux pas le recevoir. Renvoyez-le comme photo, et non comme fichier.
    .sms = Cette image est trop grande pour moi. Envoyez-en une plus petite, ou dites-le avec des mots.
unsupported-file = Je ne sais pas ouvrir ce genre de fichier. Les mots, les images (JPEG, PNG, WebP) et votre position, oui.
