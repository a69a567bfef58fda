# The city's week: figures for staff, and for everybody with a comment.

command-week = the last week in figures, to tell the city of it
weekly-head = 📊 { $city }, { $begin } to { $end }
weekly-public = 🏛 This week in { $city }: { $begin } to { $end }
    .sms = { $city }, { $begin } to { $end }:
weekly-reported = 📥 { $reported } reported, { $before ->
    [0] none
   *[other] { $before }
} the week before
weekly-settled = ✅ { $settled } settled, { $kept }% of them within their promise
weekly-contested = 🔁 { $contested ->
    [0] nobody contested a closing
   *[other] { $contested } of { $closings } closings contested
}
weekly-satisfaction = ⭐ { $score } of 5 by { $rated ->
    [one] one answer
   *[other] { $rated } answers
} on how satisfied people are
weekly-services = By service
weekly-areas = By area
weekly-line = { $what }: { $reported } reported, { $settled } settled
weekly-chart-reported = Reported
weekly-chart-settled = Settled
weekly-chart-kept = Settled within their promise
weekly-chart-areas = Reported, by area
weekly-publish = Tell the city
weekly-nothing = Nothing came in last week and nothing was settled.
weekly-comment = What does the city want to say about this week? Your words stand above the figures.
weekly-without = Only the figures
