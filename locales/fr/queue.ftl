# Lignes et ordre des listes des agents.

queue-urgent = 🚨 { $line }
queue-joined = { $line } · 👥 { $count }
queue-age = { $line } · depuis { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
queue-taken = { $line } · { $who }
queue-oldest = { $count ->
    [0] Aucun signalement ouvert.
    [one] { $count } signalement ouvert :
   *[other] { $count } signalements ouverts, les plus anciens d'abord :
}
queue-of-oldest = { $count ->
    [0] Aucun signalement ouvert : { $where }.
    [one] { $count } signalement ouvert, { $where } :
   *[other] { $count } signalements ouverts, { $where }, les plus anciens d'abord :
}
queue-words-oldest = anciens ancienneté âge vieux
queue-words-between = quartier secteur service par plus les d'abord pour à au dans de du la le
find-many = Plus de { $count } signalements avec « { $words } », les plus récents d'abord :
