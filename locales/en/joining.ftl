# One problem, many people: joining a report that is there, following one by its number.

join-which = { $count ->
    [one] This may be known already. Is it this one?
   *[other] This may be known already. Is it one of these?
}
join-own = You have reported something very close to this. Is it the same?
join-joined-before = You have joined a report very close to this. Is it the same?
join-what = { $number } · { $service }
join-where = 📍 { $place }
join-where-away = 📍 { $place } (about { $metres } m away)
join-since = Reported on { $date } – { $state }
join-others = { $count ->
    [one] 👥 { $count } other person has this problem too
   *[other] 👥 { $count } other people have this problem too
}
join-yes = Yes, me too
join-yes-number = Yes, { $number }
join-no = No, another
join-add = Add to it
join-another = It is another
join-gone = Report { $number } has been closed in the meantime, so let us file yours.
join-added = Thank you, I have added this to your report { $number }.
joined = 🤝 Thank you. { $count } of you now have report { $number }. You will hear from us by { $due }, and at every step before that.
    .sms = Thank you. You have joined report { $number }. Answer by { $due }.
join-photo = A photo of how it looks today helps the crew: just send it.
    .sms = { "" }
join-no-photo = No photo
join-photo-kept = Thank you, your photo is now in report { $number }.
join-without-photo = All right. You will hear of every step of report { $number }.

follow = Follow
follow-no-more = Stop following
follow-begun = 🔔 You will hear of every step of report { $number }.
follow-already = You hear of every step of report { $number } already.
follow-ended = You will hear no more of report { $number }.
follow-never = You do not follow report { $number }.
follow-own = Report { $number } is yours, so you will hear what becomes of it.
mine-followed = You also follow:

notice-closed-followed = 🏁 Report { $number } ({ $service }), which you follow, is closed: { $why }
notice-question-joined =
    ❓ { $department } asks about report { $number }, which you joined:

    “{ $words }”

    Just write your answer here.
notice-reopened = 🔁 Report { $number } is open again: somebody says that it is not fixed. Answer promised by { $due }.

staff-card-joined = { $count ->
    [one] 👥 { $count } other resident has the same problem
   *[other] 👥 { $count } other residents have the same problem
}
staff-card-said = { $at } · { $who }: “{ $words }”
staff-headline-joined = More evidence on a report
staff-headline-reopened-joined = Contested: a resident who joined says that it is not fixed
history-joined = the same problem
history-joiner = resident who joined
