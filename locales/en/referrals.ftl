# What is not the city's, or not in the city.

referral-outside = That is outside { $city }, where we can't send anybody. { $whose } can help: { $contact }. Or tell me where in { $city } it is.
referral-outside-unknown = That is outside { $city }, where we can't send anybody; the town hall there can help. Or tell me where in { $city } it is.
referral-body = The city can't fix that itself: { $whose } takes care of it. You reach them here: { $contact }
referral-theirs = I'll tell them
referral-here = No, it is in the city
referral-anyway = Send it to the city anyway
referral-kept = Good. I have noted it, so that the city sees how often this comes up. Nothing else was sent.

command-referrals = Not ours, not here: what was referred
referrals-head = { $count ->
    [0] Nothing was referred in the last 30 days.
    [one] { $count } matter was referred in the last 30 days:
   *[other] { $count } matters were referred in the last 30 days:
}
referrals-count = { $count } × { $whose }
referrals-outside = outside the city
referrals-latest = The newest:
referrals-line = { $at } · { $whose }: “{ $words }”
referrals-line-place = { $at } · { $whose }, { $address }: “{ $words }”
referrals-line-filed = { $at } · { $whose }: “{ $words }” – sent to the city all the same as { $number }
