# One person on several channels, several persons on one phone.

command-link = Be the same person here and on your phone
link-code = Send this text message from your phone to the city's number within { $minutes } minutes: LINK { $code }
link-code-phone = Write this to the city's bot on Telegram within { $minutes } minutes: /link { $code }
link-done = Done: here and there you are one person now, with one history. /unlink ends it.
    .sms = Done: here and there you are one person now, with one history. UNLINK ends it.
link-ended = Done: the phone does not belong to you any more. Your reports stay with you.
    .sms = Done: this phone begins anew. The reports stay with the other account.
refused-link-code = This code does not work (any more). Ask for a new one with /link.
    .sms = This code does not work (any more). Ask for a new one with LINK.
refused-nothing-linked = No other address is linked here.
unlink-which = Write /unlink and the number of a report, and its reporter's phone is parted from them.
unlink-done = Done and logged: the phone of whoever reported { $number } begins anew.
profile-hello = Hello { $name }. What you write now is yours alone. Somebody else? Write: This is, and the name.
profile-is-it = Is { $name } your name? If not, tell me what is wrong and where.
profile-it-is = Yes, it is
profile-anothers = That question is for { $name }. If that is you, write first: This is { $name }
profile-for = For { $name }:
