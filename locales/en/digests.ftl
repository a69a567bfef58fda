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
    .sms = and { $count } more
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
digest-done = 🏁 { $report }: it is done.
    .sms = { $report }: done
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
digest-around = 📍 { $what }: { $counts }.
    .sms = { $what }: { $counts }
digest-place = { $metres } m around your place
digest-reported-and-settled = { $reported } reported, { $settled ->
    [one] one settled, within { $time }
   *[other] { $settled } settled, half of them within { $time }
}
    .sms = { $reported } new, { $settled } settled
digest-only-reported = { $reported } reported, none settled yet
    .sms = { $reported } new
digest-only-settled = nothing new; { $settled ->
    [one] one settled, within { $time }
   *[other] { $settled } settled, half of them within { $time }
}
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
digest-compared = 📊 Reported where and what you follow
digest-more = Show all
digest-less = Less often
digest-settings = Change
digest-under = Your summaries from the city:

command-digest = your summary: how often, about what
digest-daily = Every day
digest-weekly = Every week
digest-monthly = Every month
digest-events = Only when something happens
digest-never = Never
digest-follow-place = What happens around a place
digest-now-daily = 📬 You get a summary every day, when there is something to say. The next one: { $date }, from { $time }.
digest-now-weekly = 📬 You get a summary every week, when there is something to say. The next one: { $date }, from { $time }.
digest-now-monthly = 📬 You get a summary every month, when there is something to say. The next one: { $date }, from { $time }.
digest-now-events = 📬 You get a summary only when your reports move, or the city asks or decides something. I look every day at { $time }.
digest-now-never = 📬 You get no summaries.
digest-set-daily = 📬 All right, a summary every day, when there is something to say. The first one: { $date }, from { $time }.
digest-set-weekly = 📬 All right, a summary every week, when there is something to say. The first one: { $date }, from { $time }.
digest-set-monthly = 📬 All right, a summary every month, when there is something to say. The first one: { $date }, from { $time }.
digest-set-events = 📬 All right, a summary only when your reports move, or the city asks or decides something. I look every day at { $time }.
digest-set-never = All right, no summaries any more. What concerns your own reports still reaches you at once. If you change your mind, write /digest.
    .sms = All right, no summaries any more. What concerns your own reports still reaches you. Changed your mind? Write: summaries
digest-moved = At the hour you chose I write to nobody, so it comes when that is over: at { $time }.
digest-follows = You follow:
digest-followed = • { $what }
digest-how = Change it with a button or in your own words: “a summary every Friday at 6”, “follow potholes”, “500 m around here”, “quiet from 9 pm to 8 am”.
    .sms = Write for example: summary every Friday at 6
digest-followed-now = 🔔 You follow: { $what }
digest-followed-no-more = You follow no more: { $what }
digest-where = Around which place? Share a position, or write an address; you will hear what happens within { $metres } m of it.
    .sms = Around which place? Write an address; you will hear what happens within { $metres } m of it.
digest-place-unknown = I don't know that place in the city.
digest-quiet-set = 🌙 Quiet from { $begin } to { $end }: no summary comes in that time.
digest-stopped = You will hear no more from { $city } that you did not ask for: no summaries, no questions to many. What concerns your own reports still reaches you. To hear more again, write /digest.
    .sms = { $city }: no more summaries and no questions to many. What concerns your own reports still reaches you. For more again, write: summaries
refused-no-hour-left = That would leave no hour at all in which I may write to you. Please choose a shorter quiet time.

morning-head = ☀️ Good morning. Today:
morning-new = 🆕 new since yesterday: { $count }
morning-due = 📅 due today: { $count } (/due)
morning-overdue = ⏰ overdue: { $count } (/overdue)
morning-contested = 🔁 contested: { $count }
morning-waiting = 💬 waiting for a resident's answer: { $count }
morning-questions = ❔ questions that wait for the city: { $count } (/questions)
morning-proposals = 💡 proposals with enough supporters that wait for an answer: { $count } (/proposals)
