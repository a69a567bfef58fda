# Votes: the ballot in the chat, the receipt, the result and its reasons.

vote-which = Several votes are open. Which one?
vote-head =
    🗳 { $name } – { $heading }
    { $count ->
        [one] { $count } project. Voting ends on { $closes }.
       *[other] { $count } projects. Voting ends on { $closes }.
    }
vote-money = There is { $money } to spend.
vote-how-one = Choose one.
vote-how-approval = { $least ->
    [0] Choose up to { $most }: write their numbers, such as “12 17”. One number alone shows the project, a word searches.
    [1] Choose up to { $most }: write their numbers, such as “12 17”. One number alone shows the project, a word searches.
   *[other] Choose { $least } to { $most }: write their numbers, such as “12 17”. One number alone shows the project, a word searches.
}
    .sms = Choose up to { $most }. Write VOTE and their numbers, such as VOTE 12 17.
vote-how-knapsack = Make your own budget of { $money }: write the projects' numbers, such as “12 17”. One number alone shows the project, a word searches.
vote-how-ranking = Rank up to { $most }, the best first: write their numbers in your order, such as “17 12”. One number alone shows the project.
vote-how-points = You have { $total } points: give them as in “12=3 17=2”. A number alone shows the project.
vote-how-grades = Grade as many projects as you like from 0 to { $most }, as in “12=5 17=2”. A number alone shows the project.
vote-cost = – { $cost }
vote-line = { $number } · { $name } { $cost }
vote-line-chosen = ✅ { $number } · { $name } { $cost }
vote-line-ranked = { $place }. → { $number } · { $name } { $cost }
vote-line-points = ✅ { $number } · { $name } { $cost }: { $points }
vote-basket-empty = Your ballot is empty.
vote-basket = Your ballot: { $count ->
    [one] { $count } project
   *[other] { $count } projects
}.
vote-basket-left = Your ballot: { $count ->
    [one] { $count } project
   *[other] { $count } projects
}, { $left } left.
vote-basket-over = Your ballot: { $count ->
    [one] { $count } project
   *[other] { $count } projects
}, { $over } too much.
vote-basket-points = Your ballot: { $count ->
    [one] { $count } project
   *[other] { $count } projects
}, { $left } points left.
vote-nothing-found = No project has “{ $words }” in it.
vote-more = { $rest } more
vote-all = All projects
vote-surprise = Surprise me
vote-mine = My ballot
vote-done = Done
vote-back = Back to the list
vote-put-in = Choose it
vote-take-out = Take it out
vote-place = 📍 { $place }
vote-description = { $words }
vote-grade-5 = Excellent
vote-grade-4 = Very good
vote-grade-3 = Good
vote-grade-2 = Fair
vote-grade-1 = Poor
vote-grade-0 = To reject
vote-over = That would be { $over } more than there is: take something out first.
vote-change-how = To change it, write all numbers again, or one number to take that project out.
vote-confirm = You vote for:
vote-secrecy = 🔒 Your name and your ballot are kept apart, and the link between them is destroyed when voting ends; until then, and in this chat, the operators of the system could see it.
    .sms = Name and ballot are kept apart; the link is destroyed when voting ends.
vote-cast = Cast my ballot
vote-change = Change
vote-cast-first = 🗳 Your ballot is in the box. Your receipt: { $receipt }. You can change it until { $closes }; the last one counts. To check: “receipt { $receipt }”.
    .sms = Your ballot is in the box. Receipt: { $receipt }. You can change it until { $closes }.
vote-cast-again = 🗳 Your ballot has been changed; only this one counts now. Your new receipt: { $receipt }. You can change it until { $closes }.
vote-code = To vote, please send the code from the city's letter.
vote-phone = This vote needs a proven phone number: please vote by text message from your phone.
vote-desk = For this vote, city staff must enrol you in person: please come to the front desk with your papers.
vote-receipt-found = ✅ This ballot is in the public log of { $count } entries and counts. The vote is published as { $hash }….
vote-receipt-waiting = ✅ This ballot is in the box and counts. It enters the public log within ten minutes.
vote-receipt-replaced = This ballot is in the log; its voter has replaced it with a later one, which counts.
vote-receipt-unknown = No ballot has this receipt. It is ten letters and digits, such as ABCDE FGHIJ: please check it.
vote-refused-none = There is no such vote.
vote-refused-not-open = Voting has not begun yet.
vote-refused-too-late = Voting is over; ballots that arrive now can't be counted.
vote-refused-frozen = What can be chosen has been published and can't be changed any more.
vote-refused-not-on-roll = This code is not on the roll. Please check it and send it again.
vote-refused-too-many-codes = There have been too many wrong codes. Please try again in an hour.
vote-refused-unknown-project = { $project } is not the number of a project here.
vote-refused-twice = A project stands on your ballot twice.
vote-refused-too-few = { $count } chosen, and it takes at least { $least }.
vote-refused-too-many = { $count } chosen, and { $most } is the most.
vote-refused-too-dear = These projects together cost more than there is: take something out first.
vote-refused-points = Please give points as in “12=3 17=2”, within the limits.
vote-refused-too-many-points = That makes { $count } points, and you have { $most }.
vote-refused-at-once = Your ballot was sent from several places at the same moment. Please send it again.
vote-level-L0 = open to everybody who writes to the city
vote-level-L1 = open to every proven phone number
vote-level-L2 = open to everybody on the city's roll
vote-level-L3 = enrolled in person
vote-result =
    🏁 { $name } – { $heading }: the result
    { $voters ->
        [one] { $voters } person voted
       *[other] { $voters } people voted
    } ({ $level }). Won:
vote-result-topped-up = + { $name } (completed with other money)
vote-result-more = and { $rest } more
vote-result-nothing = Nothing.
vote-result-money = Together { $cost } of { $money }.
vote-result-ask = Write a project's number to learn why it won or lost. Anybody can recount this vote: it is published as { $hash }….
vote-result-another = Another number?
vote-why-funded = Won, with { $total }: the money was there for it.
vote-why-filled = Won, with { $total }, from what was left over.
vote-why-topped-up = Won, with { $total }: most of its cost was left, and other money pays the rest.
vote-why-elected = Won, with { $total }.
vote-why-no-money-left = Not funded, with { $total }: at its turn (number { $rank }) { $left } was left.
vote-why-after-the-stop = Not funded, with { $total }: the count ended before it, at { $rival }, which no longer fitted.
vote-why-below-threshold = Not funded: { $total } is below what the rule asks for.
vote-why-excluded = Not funded, with { $total }: only one of it and { $rival } can be built.
vote-why-taken-out = Taken out before the count: { $rival }.
vote-why-no-support = Not funded: nobody chose it.
vote-why-supporters-spent = Not funded, with { $total }: of their shares of the budget { $left } was left.
vote-why-category-full = Not funded, with { $total }: the money for its kind of project was spent.
vote-why-beaten = Not elected, with { $total }: { $rival } had more.
vote-needed-votes = { $count ->
    [one] { $count } vote more would have been enough.
   *[other] { $count } votes more would have been enough.
}
vote-needed-money = { $money } was missing.
vote-needed-supporters = { $count ->
    [one] About { $count } supporter more, who had not paid for anything else, would have been enough.
   *[other] About { $count } supporters more, who had not paid for anything else, would have been enough.
}
vote-total-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
vote-total-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
vote-total-grade = the median grade { $grade }
vote-staff-none = There is no vote yet. One is made with: agora vote load
vote-staff-line = { $name }: { $phase }, { $level }, { $voters } voters, { $opens } to { $closes }
vote-staff-hash = { $heading }: { $hash }
vote-phase-draft = draft
vote-phase-frozen = frozen
vote-phase-open = open
vote-phase-counted = counted
