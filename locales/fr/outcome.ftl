# Ce qu'une consultation a donné, à côté de sa propre réponse.

outcome = 📊 { $title }
    { $finished ->
        [one] { $finished } personne a répondu jusqu'au bout, sur { $begun }.
       *[other] { $finished } personnes ont répondu jusqu'au bout, sur { $begun }.
    }
outcome-question = { $question } ({ $count })
outcome-share = { $percent } % { $option } ({ $count })
outcome-rank = { $rank }. { $option } ({ $points ->
    [one] { $points } point
   *[other] { $points } points
})
outcome-middle = La moitié a dit { $middle } ou moins, la moitié { $middle } ou plus.
outcome-theme = { $count } ont dit à peu près :
outcome-words = « { $words } »
outcome-places = { $count ->
    [one] { $count } lieu a été indiqué.
   *[other] { $count } lieux ont été indiqués.
}
outcome-photos = { $count ->
    [one] { $count } photo a été envoyée.
   *[other] { $count } photos ont été envoyées.
}
outcome-area = { $area } ({ $count }) : surtout { $option }
outcome-language = { $language } ({ $count }) : surtout { $option }
outcome-own = ➡️ Vous avez dit : { $said }
outcome-shared = Ce que tous partagent :
outcome-differ = Là où les avis diffèrent :
outcome-group = Le groupe { $group } ({ $count } personnes) se distingue par :
outcome-statement = { $percent } % d'accord, sur { $count } : « { $words } »
outcome-decision = 🏛 La décision : { $decision }
outcome-done = ✅ Et c'est fait.
