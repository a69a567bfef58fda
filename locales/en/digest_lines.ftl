# Summaries: lines about proposals, questions and votes.

digest-part-proposed = What you proposed and asked
digest-proposal = “{ $title }” ({ $number })
    .sms = { $number } { $title }
digest-proposal-published = 💡 { $proposal } is published and looks for { $threshold } supporters.
    .sms = { $proposal }: published
digest-proposal-threshold-reached = 🎉 { $proposal } has enough supporters: the city answers by { $due }.
    .sms = { $proposal }: enough supporters, answer by { $due }
digest-proposal-under-consideration = 🔎 { $proposal }: { $office } is considering it.
    .sms = { $proposal }: being considered
digest-proposal-accepted = ✅ { $proposal } is accepted. { $office }: “{ $words }”
    .sms = { $proposal }: accepted. { $words }
digest-proposal-rejected = ✖️ { $proposal } is turned down. { $office }: “{ $words }”
    .sms = { $proposal }: turned down. { $words }
digest-proposal-amended = ✏️ { $proposal }: the answer was changed. { $office }: “{ $words }”
    .sms = { $proposal }: answer changed. { $words }
digest-proposal-planned = 📅 { $proposal } is planned.
    .sms = { $proposal }: planned
digest-proposal-in-progress = 🚧 { $proposal }: work has begun.
    .sms = { $proposal }: work has begun
digest-proposal-milestone = 🔨 { $proposal }: { $words }
    .sms = { $proposal }: { $words }
digest-proposal-done = 🏁 { $proposal } is done.
    .sms = { $proposal }: done
digest-proposal-expired = ⌛ { $proposal } did not find enough supporters in time ({ $supporters } of { $threshold }).
    .sms = { $proposal }: too few supporters
digest-proposal-withdrawn = ↩️ { $proposal } was withdrawn by its author.
    .sms = { $proposal }: withdrawn
digest-proposal-merged = 🔗 { $proposal } goes on in { $into }, which asks for the same.
    .sms = { $proposal }: goes on in { $into }
digest-proposal-gained = 👥 { $proposal }: { $gained ->
    [one] one more supporter
   *[other] { $gained } more supporters
}; now { $supporters } of { $threshold }.
    .sms = { $proposal }: { $supporters } of { $threshold } supporters
digest-question-answered = 💬 You asked “{ $question }” ({ $number }). The answer: “{ $answer }”
    .sms = { $number } answered: { $answer }
digest-vote-opened = 🗳 “{ $name }”: you can vote until { $closes }. Write /vote.
    .sms = Vote: { $name }, until { $closes }
digest-vote-closing = ⏳ “{ $name }”: voting ends on { $closes }. If you have not voted yet, write /vote.
    .sms = Last days to vote: { $name }, until { $closes }
digest-vote-decided = 🏁 “{ $name }” is decided; { $voters ->
    [one] one person
   *[other] { $voters } people
} voted. { $won-count ->
    [one] Winner
   *[other] Winners
}: { $won }. Write /vote for the reasons.
    .sms = Decided: { $name }. Winners: { $won }
digest-vote-decided-nothing = 🏁 “{ $name }” is decided; { $voters ->
    [one] one person
   *[other] { $voters } people
} voted. Nothing won. Write /vote for the reasons.
    .sms = Decided: { $name }. Nothing won
digest-vote-won = { $names } and { $rest } more
digest-vote-won-all = { $names }
digest-project = project { $number } “{ $title }”
digest-project-accepted = ✅ Your { $project } is on the ballot.
    .sms = Your { $project }: on the ballot
digest-project-rejected = ✖️ Your { $project } can't be on the ballot: { $words }
    .sms = Your { $project }: not on the ballot. { $words }
digest-project-won = 🏆 Your { $project } has won the vote!
    .sms = Your { $project } has won!
digest-project-lost = 🏁 Your { $project } did not win this time. To see why, write /vote.
    .sms = Your { $project } did not win this time
digest-project-withdrawn = ↩️ Your { $project } was taken off the ballot: { $words }
    .sms = Your { $project }: taken off the ballot. { $words }
digest-project-planned = 📅 Your { $project } is planned: { $words }
    .sms = Your { $project } is planned. { $words }
digest-project-in-progress = 🏗 Work on your { $project } has begun: { $words }
    .sms = Your { $project }: work has begun. { $words }
digest-project-milestone = 🏗 Your { $project }: { $words }
    .sms = Your { $project }: { $words }
digest-project-done = 🎉 Your { $project } is built: { $words }
    .sms = Your { $project } is built. { $words }
digest-counts = { $first }, { $second }
digest-proposed = { $count ->
    [one] one new proposal
   *[other] { $count } new proposals
}
digest-answered = { $count ->
    [one] one proposal answered
   *[other] { $count } proposals answered
}
digest-built = { $count ->
    [one] one proposal carried out
   *[other] { $count } proposals carried out
}
