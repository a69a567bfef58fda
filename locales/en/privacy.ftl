# What others may read of a report, and whether it carries a name.

card-public = 👁 Others will read: “{ $words }”
card-private = 🔒 Only you and the city's staff see this report.
card-nameless = 🕶 Sent without your name. Staff can still answer you here.
card-nameless-not-here = For this the city needs to know who writes. Other residents never see your name.
send-nameless = { $count ->
    [one] Send without my name
   *[other] Send all without my name
}
send-named = { $count ->
    [one] Send with my name
   *[other] Send all with my name
}

staff-card-private = 🔒 Private: shown to nobody but its writer and staff
staff-card-anonymous = 🕶 Reported without a name
original = Original words
original-of = Report { $number } as it was written:
original-from = Written by { $name }
original-logged = The action log records that you have read this.
original-which = The original words of which report? For example: /original 1024
command-original = Original words of a report; reading them is logged
