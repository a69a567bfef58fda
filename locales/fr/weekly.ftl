# La semaine de la ville : les chiffres pour les agents, et pour tous avec un commentaire.

command-week = la semaine passée en chiffres, pour en informer la ville
weekly-head = 📊 { $city }, du { $begin } au { $end }
weekly-public = 🏛 Cette semaine à { $city } : du { $begin } au { $end }
    .sms = { $city }, du { $begin } au { $end } :
weekly-reported = 📥 { $reported ->
    [one] { $reported } signalement
   *[other] { $reported } signalements
}, { $before ->
    [0] aucun
   *[other] { $before }
} la semaine d'avant
weekly-settled = ✅ { $settled ->
    [one] { $settled } réglé
   *[other] { $settled } réglés
}, { $kept } % dans le délai promis
weekly-contested = 🔁 { $contested ->
    [0] aucune clôture contestée
    [one] { $contested } clôture contestée sur { $closings }
   *[other] { $contested } clôtures contestées sur { $closings }
}
weekly-satisfaction = ⭐ { $score } sur 5 : la satisfaction selon { $rated ->
    [one] une réponse
   *[other] { $rated } réponses
}
weekly-services = Par service
weekly-areas = Par quartier
weekly-line = { $what } : { $reported ->
    [one] { $reported } signalé
   *[other] { $reported } signalés
}, { $settled ->
    [one] { $settled } réglé
   *[other] { $settled } réglés
}
weekly-chart-reported = Signalés
weekly-chart-settled = Réglés
weekly-chart-kept = Réglés dans le délai promis
weekly-chart-areas = Signalements par quartier
weekly-publish = Informer la ville
weekly-nothing = La semaine passée, rien n'a été signalé ni réglé.
weekly-comment = Que souhaite dire la ville de cette semaine ? Vos mots viennent avant les chiffres.
weekly-without = Seulement les chiffres
