# Duplicates merged into one report, and split off again; what goes to a second person; photos of what was done.

state-merged = handled together with report { $number }
state-hidden = not taken up
history-merged = merged it into { $number }
history-absorbed = merged { $number } into it
history-split = split it off again
history-released = { $number } was split off again
history-flagged = marked it as { $kind }
history-pictured = added a photo
step-split = Split it off
step-pictured = Add photo
more-merge = Merge into …
more-flag = Spam or abuse
merge-which = Into which report does { $number } go? Choose, or write its number.
merge-into = Into { $number }
order-merge = Merge report { $number } into { $other }? All who follow { $number } follow { $other } from then on.
order-split = Split report { $number } off from { $other }? It comes back with its own followers.
order-set = Handled together with it: { $numbers }.
order-reach = { $count ->
    [one] { $count } resident will be told.
   *[other] { $count } residents will be told.
}
order-photos = { $count ->
    [one] 📷 { $count } photo goes with it.
   *[other] 📷 { $count } photos go with it.
}
staff-photo-send = Send the photo of report { $number }. The reporter and everybody who follows it will see it.
staff-note-photos = 📷 The photo goes with it. A sentence for the resident about report { $number }? Write it, or close without one.

notice-merged = 🤝 Your report { $number } is about the same thing as report { $other }, so the city handles the two together. Yours is not lost: you will hear of every step of { $other }.
    .sms = Your report { $number } is handled together with { $other }, which is about the same thing. You will hear of every step.
notice-merged-followed = 🤝 Report { $number }, which you follow, is handled together with { $other } now. You will hear of every step of { $other }.
notice-split = Report { $number } is handled on its own again. Answer promised by { $due }.
notice-closed-merged = 🏁 Report { $number } ({ $service }), with which your report { $own } is handled, is closed: { $why }
notice-pictured = 📷 { $department } shows what was done about report { $number }.
    .sms = Report { $number }: { $department } has taken a picture of what was done. A text message can't show it.
merged-different = It is something else
merged-what = What is different about it? Write a sentence or send a photo, and report { $number } is handled on its own again.
    .sms = What is different about it? Write a sentence, and report { $number } is handled on its own again.

history-reopened-merged = it is something else
history-reopened-hidden = it is neither spam nor abuse
staff-headline-reopened-merged = Contested: a resident says that it is something else
staff-headline-reopened-hidden = Contested: the reporter says that it is neither spam nor abuse
staff-headline-given = It is yours to look at, because { $closer } closed it.
staff-headline-judging = Please look at it, or give it to somebody: { $closer } closed it.
contest-promise = Answer promised by { $due }.

refused-merged-into-itself = A report can't be merged into itself: { $number } is the same one.
refused-merged-into-private = Report { $number } is private: only its writer hears of it, so no other can be merged into it.
refused-merged-already = Report { $number } is merged already: it is handled together with { $into }.
refused-closed-already = Report { $number } is closed. Only open reports are merged.
refused-not-merged = Report { $number } is not merged into another, so there is nothing to split.
