# Ce que les agents lisent et touchent.

staff-door = Ce bot est privé.
staff-welcome = Bienvenue, { $name }. Désormais, les nouveaux signalements vous parviennent ici.
staff-help =
    Le numéro d'un signalement montre sa fiche. Les boutons sous la fiche font le travail.

    Ou dites-le : « clos 1024, réparé ce matin », « donne 1031 à l'éclairage », « note 1024 : pièces commandées ».

    /queue – signalements ouverts, les plus urgents d'abord ; aussi /queue éclairage
    /due – ce qui est à rendre aujourd'hui
    /overdue – ce qui est en retard
    /find – chercher par mots ou par numéro
    /mine – signalements que vous avez pris
    /blocks – qui est bloqué, jusqu'à quand
    /confirm – me dire à quel service revient ce dont j'étais le moins sûr
    /proposals – les propositions qui attendent la ville
    /questions – les questions qui attendent une réponse
    /meetings – les rencontres avec des responsables
    /consultations – interroger la ville, entendre tout le monde
    /votes – les votes et leurs projets
    /broadcast – écrire à beaucoup à la fois
    /week – la semaine passée en chiffres
    /staff – qui travaille ici
    /language – anglais, français, espagnol
staff-greeting = Bonjour ! /queue montre ce qui attend, /due ce qui est promis pour aujourd'hui, /help tout ce qu'on peut faire.
staff-thanks = Avec plaisir.
staff-puzzled = Je n'y ai trouvé ni signalement ni consigne. /help montre ce qu'on peut faire, avec des exemples.
staff-card = 📋 { $number } · { $service }
staff-card-urgent = 🚨 { $number } · URGENT · { $service }
staff-card-facts =
    📍 { $address }
    « { $words } »

    { $department }, promis d'ici le { $due }
    État : { $state }
words-none = sans texte
staff-headline-submitted = Nouveau signalement
staff-headline-placed = Le lieu d'un signalement est maintenant connu
staff-headline-answer = L'habitant a répondu
staff-headline-reopened = Contesté : l'habitant dit que ce n'est pas réparé

step-taken = Prendre
step-in-progress = En cours
step-question = Demander à l'habitant
step-closed = Clore

staff-question = Que voulez-vous demander au sujet du signalement { $number } ? La question part au nom du service.
staff-reason = Pourquoi clore le signalement { $number } ?
reason-done = Fait
reason-not-ours = Pas de notre ressort
reason-below-threshold = Sous notre seuil
reason-duplicate = Doublon
reason-no-access = Pas d'accès
staff-whose = Du ressort de qui ? Choisissez, ou écrivez-le.
staff-which-rule = Quelle règle ? Choisissez, ou écrivez-la.
staff-duplicate-of = Doublon de quel signalement ? Écrivez son numéro.
staff-note = Une phrase pour l'habitant au sujet du signalement { $number } ? Écrivez-la, ou fermez sans.
staff-no-note = Clore sans

staff-queue = { $count ->
    [0] Aucun signalement ouvert.
    [one] { $count } signalement ouvert :
   *[other] { $count } signalements ouverts, les plus urgents d'abord :
}
staff-mine = { $count ->
    [0] Vous n'avez pris aucun signalement.
    [one] { $count } signalement est à vous :
   *[other] { $count } signalements sont à vous :
}

history-line = { $at } · { $who } : { $what }
history-line-words = { $at } · { $who } : { $what } : « { $words } »
history-reporter = habitant
history-placed = a dit où
history-taken = l'a pris
history-in-progress = a commencé les travaux
history-question = a demandé
history-answer = a répondu
history-reopened = pas réparé
history-settled = réparé
