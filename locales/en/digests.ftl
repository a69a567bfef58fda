# Summaries: what the city did with what people said, and how one chooses them.

digest-head-daily = 📬 Your day with { $city }
    .sms = { $city } today:
digest-head-weekly = 📬 Your week with { $city }
    .sms = { $city } this week:
digest-head-monthly = 📬 Your month with { $city }
    .sms = { $city } this month:
digest-head-events = 📬 News for you from { $city }
    .sms = { $city }, news:
digest-head-late = 📬 News for you from { $city }. This should have reached you on { $due }; we are sorry that it is late.
    .sms = { $city }, late, due { $due }:
digest-part-own = Your reports
digest-part-followed = What you support or follow
digest-part-asked = The city asks, the city decides
digest-part-around = Around you
digest-and-more = … and { $count } more.
    .sms = +{ $count }
digest-report = { $service }, { $address } ({ $number })
    .sms = { $number } { $service }
digest-report-placeless = { $service } ({ $number })
    .sms = { $number } { $service }
digest-taken = 👷 { $report }: { $department } is looking at it.
    .sms = { $report }: being looked at
digest-in-progress = 🚧 { $report }: work has begun.
    .sms = { $report }: work has begun
digest-question = ❓ { $report }: { $department } asks you: “{ $words }”
    .sms = { $report }: question for you: { $words }
digest-question-joined = ❓ { $report }: { $department } asks everybody who has the problem: “{ $words }”
    .sms = { $report }: question: { $words }
digest-reply = ✉️ { $report }: { $department } wrote to you: “{ $words }”
    .sms = { $report }: { $words }
digest-closed = 🏁 { $report }: closed – { $why }
    .sms = { $report }: closed, { $why }
digest-settled = ✅ { $report }: settled.
    .sms = { $report }: settled
digest-reopened = 🔁 { $report }: open again.
    .sms = { $report }: open again
digest-late = ⏰ { $report }: late. It was promised by { $due } and is not done.
    .sms = { $report }: late, promised { $due }
digest-rescheduled = 📅 { $report }: now promised by { $due }.
    .sms = { $report }: new date { $due }
digest-merged = 🔗 { $report }: others had reported it too; it is handled together.
    .sms = { $report }: handled with others
digest-consultation-opened = 🗳 “{ $title }” is open for your answer until { $closes }. Write /consultations to take part.
    .sms = Asked: { $title }, until { $closes }
digest-consultation-begun = 🗳 “{ $title }”: you began to answer and can finish until { $closes }.
    .sms = To finish: { $title }, until { $closes }
digest-consultation-closed = 🗳 “{ $title }” has closed. The results are being looked at.
    .sms = Closed: { $title }
digest-consultation-decided = 🏛 “{ $title }”, decided: { $decision }
    .sms = Decided: { $title }: { $decision }
digest-consultation-done = 🎉 “{ $title }”: what was decided is done.
    .sms = Done: { $title }
digest-around = 📍 { $what }: { $counts }
    .sms = { $what }: { $counts }
digest-place = { $metres } m around your place
digest-reported-and-settled = { $reported } reported, { $settled } settled, half of them within { $time }.
    .sms = { $reported } new, { $settled } settled
digest-only-reported = { $reported } reported, none settled yet.
    .sms = { $reported } new
digest-only-settled = nothing new; { $settled } settled, half of them within { $time }.
    .sms = { $settled } settled
digest-under-an-hour = an hour
digest-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
digest-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
digest-more = Show all
digest-less = Less often
digest-often = More often
digest-settings = Change
digest-under = Your summaries from the city:
digest-whole = All of it:
