# Staff tell what the reports are about that were understood least surely.

command-confirm = Confirm what I was unsure about
teach-which =
    Which service is report { $number } about?

    “{ $words }”
    📍 { $address }

    It stands under “{ $service }”.
teach-another = Another service
teach-skip = Skip
teach-enough = Enough for now
teach-kept = Noted: report { $number } is rightly under “{ $service }”.
teach-moved = Report { $number } is now under “{ $service }”, with { $department }. The resident is told.
teach-closed = Noted: report { $number } was about “{ $service }”. It stays closed.
teach-done = { $count ->
    [0] Nothing was noted.
    [one] Thank you. { $count } report is noted; I learn from it next time.
   *[other] Thank you. { $count } reports are noted; I learn from them next time.
}
teach-nothing = No report of the last 30 days waits to be confirmed.
