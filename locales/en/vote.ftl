# Votes: the ballot in the chat, the receipt, the result and its reasons.

vote-which = What would you like to vote on?
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
    .sms = Make your own budget of { $money }: VOTE and numbers, such as VOTE 12 17.
vote-how-ranking = Rank up to { $most }, the best first: write their numbers in your order, such as “17 12”. One number alone shows the project.
    .sms = Rank up to { $most }, the best first, such as VOTE 17 12.
vote-how-points = You have { $total } points: give them as in “12=3 17=2”. A number alone shows the project.
    .sms = You have { $total } points, such as VOTE 12=3 17=2.
vote-how-grades = Grade as many projects as you like from 0 to { $most }, as in “12=5 17=2”. A number alone shows the project.
    .sms = Grade from 0 to { $most }, such as VOTE 12=5 17=2.
vote-cost = – { $cost }
vote-line = { $number } · { $name } { $cost }
vote-line-chosen = ✅ { $number } · { $name } { $cost }
vote-line-ranked = { $place }. → { $number } · { $name } { $cost }
    .sms = { $place }. { $number } · { $name } { $cost }
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
vote-no-totals = Nobody is told totals while voting is open, not even the city. The result comes after { $closes }.
vote-yours-in = ✅ Your ballot is in the box and counts, unless you change it. To check it yourself, send its receipt, such as “receipt ABCDE FGHIJ”.
vote-yours-not-in = No ballot of yours is in the box yet. To vote: /vote
vote-until = Voting ends on { $closes }, to the second. Until then you can change your ballot.
vote-code = To vote, please send the code from the city’s letter, or your document number, birth date and postcode, such as “AB 123, 1980-12-31, 02124”.
vote-phone = This vote needs a proven phone number. Share your own with the button below; only a keyed hash of it is kept, until voting ends.
vote-desk = For this vote, city staff must enrol you in person. Come to the front desk with your papers and show this code: { $code }. It lasts { $minutes } minutes; write /vote for a new one.
    .sms = Staff must enrol you for this vote: come to the front desk with your papers and this code: { $code } ({ $minutes } minutes). A new one: VOTE
vote-receipt-found = ✅ This ballot is in the public log of { $count } entries and counts. The vote is published as { $hash }…, the log up to now is signed as { $head }….
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
    .sms = Why one won or lost: write its number. Anybody can recount: { $hash }…
vote-result-another = Another number?
vote-counting = 🗳 { $name } is over, and its ballots are being counted. The result will be here: /vote
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
vote-needed-points = { $count ->
    [one] { $count } point more would have been enough.
   *[other] { $count } points more would have been enough.
}
vote-needed-first = { $count ->
    [one] { $count } more ballot with it in first place would have been enough.
   *[other] { $count } more ballots with it in first place would have been enough; one fewer would not.
}
vote-needed-grades = { $count ->
    [one] Had { $count } of those who gave it the lowest grade, or none, given it the highest, it would have won.
   *[other] Had { $count } of those who gave it the lowest grades, or none, given it the highest, it would have won; with one fewer it would not.
}
vote-needed-money = { $money } was missing.
vote-needed-supporters = { $count ->
    [one] { $count } supporter more, who had not paid for anything else, would have been enough.
   *[other] { $count } supporters more, who had not paid for anything else, would have been enough.
}
vote-needed-unknown = How many supporters more would have been enough can't be said: had it won, shares might have been raised less.
vote-total-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
vote-total-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
vote-total-beaten = { $count ->
    [0] no win over another
    [one] a win over { $count } other
   *[other] wins over { $count } others
}
vote-total-grade = the median grade { $grade }
vote-staff-none = There is no vote yet. One is made with: agora vote load
vote-staff-line = { $name }: { $phase }, { $level }, { $voters } voters, { $opens } to { $closes }
vote-staff-hash = { $heading }: { $hash }
vote-phase-draft = draft
vote-phase-submission = collecting ideas
vote-phase-review = in review
vote-phase-frozen = frozen
vote-phase-open = open
vote-phase-closed = closed, being counted
vote-phase-counted = counted
vote-part = { $part }: { $money } to spend
vote-part-voted = ✅ { $part }: your ballot is in
vote-also = You can vote here too:
vote-areas-all = You can vote in each of them.
vote-areas-one = Beside the whole city you can vote in one area: the first ballot you cast there decides which. Write its name, or share your location.
    .sms = Beside the whole city you can vote in one area; your first ballot there decides which.
vote-areas-own = Beside the whole city you vote in the area where you live, as the roll says.
vote-no-part-here = There is no part of the vote for that place.
vote-refused-other-area = You vote in { $area }: one area a person.
vote-refused-lives-elsewhere = By the roll you live in { $area }, and vote there and in the city's part.
vote-refused-lives-nowhere = The roll does not say in which area you live: you can vote in the city's part. If that is wrong, please tell the city.
vote-refused-both-voted = Both of you have taken a ballot of a vote that is still open, so you can be linked when it is over.
vote-refused-not-reviewed = { $count ->
    [one] { $count } project has not been reviewed yet.
   *[other] { $count } projects have not been reviewed yet.
}
vote-refused-nothing-to-choose = A part of this vote has no project yet.
vote-refused-step = That can't be done with it as things stand.
vote-refused-too-many-sent = You have been sent many codes already. Please try again in an hour.
vote-cast-by-code = To cast your ballot, reply with the code { $code } within { $minutes } minutes: only the owner of this number can read it.
    .sms = To cast it, reply with { $code } within { $minutes } minutes.
vote-code-wrong = That is not the code. Please look at the last message and try again.
vote-code-over = That code can't be used any more; here is a new one.
vote-phone-unasked = Thank you, but no vote needs your number now. It has not been kept.
vote-phone-of-another = That is not your own number. Please use the button below.
share-phone = 📱 Share my number
vote-coming-submission = 🗳 { $name }: ideas are being collected. Write /suggest to propose something.
    .sms = { $name }: ideas are being collected. Write yours: I propose ...
vote-coming-review = 🗳 { $name }: the city is looking at what the projects cost and whether they can be built.
vote-coming-frozen = 🗳 { $name }: the ballot is published and can't be changed any more.
vote-date-submission = Ideas from { $at }
vote-date-review = Review from { $at }
vote-date-publish = Ballot published on { $at }
vote-date-opens = Voting from { $at }
vote-date-closes = Voting ends on { $at }
vote-coming-part = { $part }: { $count ->
    [one] { $count } project
   *[other] { $count } projects
}, { $money } to spend
vote-coming-hash = Fixed as { $hash }
vote-notice-entered = 🗳 Your proposal “{ $title }” is project { $number } of a participatory budget. The city will look at what it costs and whether it can be built.
vote-notice-accepted = ✅ Your project { $number } “{ $title }” can be voted on: it would cost { $cost }.
vote-notice-rejected = Your project { $number } “{ $title }” can't be on the ballot: { $words }
vote-notice-published = 🗳 { $vote }: the ballot is published, with your project { $number } “{ $title }” on it. Voting begins on { $opens }.
vote-notice-opened = 🗳 { $vote }: voting on your project { $number } “{ $title }” is open until { $closes }. To vote: /vote
    .sms = { $vote }: voting is open until { $closes }. To vote, write VOTE and the numbers.
vote-notice-won = 🏁 { $vote }: your project { $number } “{ $title }” has won! All results: /vote
    .sms = { $vote }: your project { $number } “{ $title }” has won! All results: write VOTE
vote-notice-lost = 🏁 { $vote }: your project { $number } “{ $title }” has not won. Why, and all results: /vote
    .sms = { $vote }: your project { $number } “{ $title }” has not won. Why, and all results: write VOTE
vote-notice-counted = 🏁 { $vote } is counted. To see the result: /vote. What became of your own ballot: send its receipt.
    .sms = { $vote } is counted. For the result write VOTE, for your own ballot its receipt.
vote-notice-withdrawn = Project { $number } “{ $title }” was withdrawn and will not be counted: { $words }. You can change your ballot: /vote
    .sms = Project { $number } “{ $title }” was withdrawn and will not be counted: { $words }. To change your ballot: write VOTE
vote-notice-planned = 📅 Project { $number } “{ $title }”, which won the vote, is planned: { $words }
vote-notice-in-progress = 🏗 Work on project { $number } “{ $title }”, which won the vote, has begun: { $words }
vote-notice-milestone = 🏗 Project { $number } “{ $title }”: { $words }
vote-notice-done = 🎉 Project { $number } “{ $title }”, which won the vote, is done: { $words }
vote-progress-none = waiting
vote-progress-planned = planned
vote-progress-in-progress = under way
vote-progress-done = done
vote-works-line = { $number } · { $name }: { $progress }
vote-map-title = { $name }: the result
vote-map-legend = Numbers in areas: how many voted, 10 and more. Circles: projects, filled if they won.
vote-result-area = { $area }: { $count } voted
vote-result-elsewhere = Elsewhere: { $count } voted
vote-result-own = Your projects:
