# What came of a consultation, beside one's own answer.

outcome = 📊 { $title }
    { $finished ->
        [one] { $finished } person has answered to the end, of { $begun } who began.
       *[other] { $finished } people have answered to the end, of { $begun } who began.
    }
outcome-question = { $question } ({ $count })
outcome-share = { $percent } % { $option } ({ $count })
outcome-rank = { $rank }. { $option } ({ $points ->
    [one] { $points } point
   *[other] { $points } points
})
outcome-middle = Half said { $middle } or less, half { $middle } or more.
outcome-theme = { $count } said something like:
outcome-words = “{ $words }”
outcome-places = { $count ->
    [one] { $count } place was named.
   *[other] { $count } places were named.
}
outcome-photos = { $count ->
    [one] { $count } picture was sent.
   *[other] { $count } pictures were sent.
}
outcome-area = { $area } ({ $count }): mostly { $option }
outcome-language = In { $language } ({ $count }): mostly { $option }
outcome-own = ➡️ You said: { $said }
outcome-shared = What all share:
outcome-differ = Where opinions differ:
outcome-group = Group { $group } ({ $count } people) stands out with:
outcome-statement = { $percent } % of { $count } agree: “{ $words }”
outcome-decision = 🏛 The decision: { $decision }
outcome-done = ✅ And it is done.
