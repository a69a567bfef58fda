# Lines and orders of the staff's lists.

queue-urgent = 🚨 { $line }
queue-joined = { $line } · 👥 { $count }
queue-age = { $line } · { $days ->
    [one] { $days } day old
   *[other] { $days } days old
}
queue-taken = { $line } · { $who }
queue-oldest = { $count ->
    [0] No open reports.
    [one] { $count } open report:
   *[other] { $count } open reports, the oldest first:
}
queue-of-oldest = { $count ->
    [0] No open reports: { $where }.
    [one] { $count } open report, { $where }:
   *[other] { $count } open reports, { $where }, the oldest first:
}
queue-words-oldest = oldest old age
queue-words-between = area district neighborhood neighbourhood department by first for in of the
find-many = More than { $count } reports with “{ $words }”, newest first:
