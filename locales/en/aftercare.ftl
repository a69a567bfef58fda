# After the promise and after the closing: what the clock says, new dates, satisfaction.

notice-late =
    ⏰ Report { $number } ({ $service }) is late. We promised it by { $due }, and it is not done.

    It stays open, and { $department } sees it as overdue. As soon as they give a new date, you will hear it.
    .sms = Report { $number } is late: promised by { $due }, not done. It stays open. You will hear of a new date.
notice-late-waiting = ⏰ Report { $number } ({ $service }) is late. We promised it by { $due }, but { $department } still waits for your answer to its question. Just write it here.
    .sms = Report { $number } is late: promised by { $due }, but { $department } waits for your answer to its question. Write it here.
notice-rescheduled = 📅 Report { $number }: { $department } now promises it by { $due }.
follow-late = It is late: it was promised by { $due }.

satisfaction-later = Report { $number } ({ $service }) was closed a week ago.
satisfaction = How satisfied are you with how the city dealt with it? From 1, not at all, to 5, entirely.
    .sms = How satisfied are you? Reply 1 (not at all) to 5 (entirely).
satisfaction-thanks = Thank you. If you like, write in a sentence why.
satisfaction-low = I am sorry to hear that. If you like, write in a sentence what should have gone better.
satisfaction-words-kept = Thank you, I have kept that for the city.

step-rescheduled = New date
staff-new-date = By when will report { $number } be done? Write a date (2026-04-01), or in how many days or weeks (3 days, 2 weeks). The resident is told at once.
unit-days = day days
unit-weeks = week weeks
refused-date = I need a day between today and a year from now: a date like 2026-04-01, or “3 days”, or “2 weeks”.
history-clock = Agora
history-late = told the reporter that it is late
history-rescheduled = promised it by { $due }
history-settled-softly = settled it, nobody objected

staff-due = { $count ->
    [0] Nothing more is due today.
    [one] { $count } report is due today:
   *[other] { $count } reports are due today, the soonest first:
}
staff-overdue = { $count ->
    [0] Nothing is overdue.
    [one] { $count } report is overdue:
   *[other] { $count } reports are overdue, the oldest first:
}
staff-overdue-line = ⏰ { $line }, promised by { $due }
