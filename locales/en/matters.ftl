# Several matters in one message.

matter = { $position }. { $service }
matter-in-words = { $position }. “{ $words }”
place-same = The same place: { $place }
card-check-all = { $count ->
    [2] You mention two things. Shall I send both?
   *[other] You mention { $count } things. Shall I send them all?
}
card-joins = 🤝 You join report { $number }.
change-one = Change { $position }
send-all = { $count ->
    [2] Send both
   *[other] Send all { $count }
}
change-leave-out = Leave this one out
which-matter = Which of them do you mean?
which-none = None of them
report-saved-all = ✅ Thank you. You will hear from us at every step:
joined-line = { $number } · 🤝 { $count } of you now have it – answer by { $due }
report-saved-line = { $number } · { $service } – answer by { $due }
    .sms = { $number } { $service }, by { $due }
report-place-of = About report { $number }:
