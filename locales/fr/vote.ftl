# Votes : le bulletin dans la conversation, le reçu, le résultat et ses raisons.

vote-which = Sur quoi voulez-vous voter ?
vote-head =
    🗳 { $name } – { $heading }
    { $count ->
        [one] { $count } projet. Le vote se termine le { $closes }.
       *[other] { $count } projets. Le vote se termine le { $closes }.
    }
vote-money = Il y a { $money } à dépenser.
vote-how-one = Choisissez-en un.
vote-how-approval = { $least ->
    [0] Choisissez-en jusqu’à { $most } : écrivez leurs numéros, par exemple « 12 17 ». Un numéro seul montre le projet, un mot cherche.
    [1] Choisissez-en jusqu’à { $most } : écrivez leurs numéros, par exemple « 12 17 ». Un numéro seul montre le projet, un mot cherche.
   *[other] Choisissez-en de { $least } à { $most } : écrivez leurs numéros, par exemple « 12 17 ». Un numéro seul montre le projet, un mot cherche.
}
    .sms = Jusqu’à { $most } projets. Écrivez VOTE et leurs numéros, par exemple VOTE 12 17.
vote-how-knapsack = Composez votre propre budget de { $money } : écrivez les numéros des projets, par exemple « 12 17 ». Un numéro seul montre le projet, un mot cherche.
    .sms = Composez votre budget de { $money } : VOTE et les numéros, ainsi : VOTE 12 17.
vote-how-ranking = Classez-en jusqu’à { $most }, le meilleur d’abord : écrivez leurs numéros dans votre ordre, par exemple « 17 12 ». Un numéro seul montre le projet.
    .sms = Classez jusqu’à { $most } projets, le meilleur d’abord, ainsi : VOTE 17 12.
vote-how-points = Vous avez { $total } points : donnez-les ainsi, « 12=3 17=2 ». Un numéro seul montre le projet.
    .sms = Vous avez { $total } points, ainsi : VOTE 12=3 17=2.
vote-how-grades = Notez autant de projets que vous voulez de 0 à { $most }, ainsi : « 12=5 17=2 ». Un numéro seul montre le projet.
    .sms = Notez de 0 à { $most }, ainsi : VOTE 12=5 17=2.
vote-cost = – { $cost }
vote-line = { $number } · { $name } { $cost }
vote-line-chosen = ✅ { $number } · { $name } { $cost }
vote-line-ranked = { $place }. → { $number } · { $name } { $cost }
    .sms = { $place }. { $number } · { $name } { $cost }
vote-line-points = ✅ { $number } · { $name } { $cost } : { $points }
vote-basket-empty = Votre bulletin est vide.
vote-basket = Votre bulletin : { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}.
vote-basket-left = Votre bulletin : { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}, il reste { $left }.
vote-basket-over = Votre bulletin : { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}, { $over } de trop.
vote-basket-points = Votre bulletin : { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}, il reste { $left } points.
vote-nothing-found = Aucun projet ne contient « { $words } ».
vote-more = { $rest } de plus
vote-all = Tous les projets
vote-surprise = Surprenez-moi
vote-mine = Mon bulletin
vote-done = Terminé
vote-back = Retour à la liste
vote-put-in = Le choisir
vote-take-out = Le retirer
vote-place = 📍 { $place }
vote-description = { $words }
vote-grade-5 = Excellent
vote-grade-4 = Très bien
vote-grade-3 = Bien
vote-grade-2 = Passable
vote-grade-1 = Insuffisant
vote-grade-0 = À rejeter
vote-over = Cela ferait { $over } de plus que ce qu’il y a : retirez d’abord quelque chose.
vote-change-how = Pour changer, écrivez à nouveau tous les numéros, ou un seul pour retirer ce projet.
vote-confirm = Vous votez pour :
vote-secrecy = 🔒 Votre nom et votre bulletin sont gardés séparément, et le lien entre eux est détruit à la fin du vote ; jusque-là, et dans cette conversation, les exploitants du système pourraient le voir.
    .sms = Nom et bulletin sont gardés séparément ; le lien est détruit à la fin du vote.
vote-cast = Déposer mon bulletin
vote-change = Modifier
vote-cast-first = 🗳 Votre bulletin est dans l’urne. Votre reçu : { $receipt }. Vous pouvez le changer jusqu’au { $closes } ; le dernier compte. Pour vérifier : « reçu { $receipt } ».
    .sms = Votre bulletin est dans l’urne. Reçu : { $receipt }. Vous pouvez le changer jusqu’au { $closes }.
vote-cast-again = 🗳 Votre bulletin a été changé ; seul celui-ci compte désormais. Votre nouveau reçu : { $receipt }. Vous pouvez le changer jusqu’au { $closes }.
vote-no-totals = Personne ne connaît les totaux pendant le vote, pas même la ville. Le résultat viendra après le { $closes }.
vote-yours-in = ✅ Votre bulletin est dans l’urne et compte, sauf si vous le changez. Pour le vérifier vous-même, envoyez son reçu, par exemple « reçu ABCDE FGHIJ ».
vote-yours-not-in = Aucun bulletin de vous n’est encore dans l’urne. Pour voter : /vote
vote-until = Le vote se termine le { $closes }, à la seconde près. D’ici là, vous pouvez changer votre bulletin.
vote-code = Pour voter, envoyez le code de la lettre de la ville, ou le numéro de votre document, votre date de naissance et votre code postal, par exemple « AB 123, 1980-12-31, 44000 ».
vote-phone = Ce vote demande un numéro de téléphone prouvé. Partagez le vôtre avec le bouton ci-dessous ; seule une empreinte en est gardée, jusqu’à la fin du vote.
vote-desk = Pour ce vote, un agent doit vous inscrire en personne. Venez à l’accueil avec vos papiers et montrez ce code : { $code }. Il dure { $minutes } minutes ; écrivez /vote pour un nouveau.
    .sms = Un agent doit vous inscrire à ce vote : venez à l'accueil avec vos papiers et ce code : { $code } ({ $minutes } minutes). Un nouveau : VOTE
vote-receipt-found = ✅ Ce bulletin est dans le journal public de { $count } entrées et il compte. Le vote est publié sous { $hash }…, le journal jusqu’ici est signé sous { $head }….
vote-receipt-waiting = ✅ Ce bulletin est dans l’urne et il compte. Il entre au journal public dans les dix minutes.
vote-receipt-replaced = Ce bulletin est dans le journal ; son auteur l’a remplacé par un autre, qui compte.
vote-receipt-unknown = Aucun bulletin ne porte ce reçu. Il a dix lettres et chiffres, par exemple ABCDE FGHIJ : vérifiez-le.
vote-refused-none = Ce vote n’existe pas.
vote-refused-not-open = Le vote n’a pas encore commencé.
vote-refused-too-late = Le vote est terminé ; les bulletins qui arrivent maintenant ne peuvent pas être comptés.
vote-refused-frozen = Ce que l’on peut choisir est publié et ne peut plus changer.
vote-refused-not-on-roll = Ce code n’est pas sur la liste. Vérifiez-le et envoyez-le à nouveau.
vote-refused-too-many-codes = Il y a eu trop de codes erronés. Réessayez dans une heure.
vote-refused-unknown-project = { $project } n’est pas le numéro d’un projet ici.
vote-refused-twice = Un projet figure deux fois sur votre bulletin.
vote-refused-too-few = { $count } choisis, il en faut au moins { $least }.
vote-refused-too-many = { $count } choisis, le maximum est { $most }.
vote-refused-too-dear = Ensemble, ces projets coûtent plus que ce qu’il y a : retirez d’abord quelque chose.
vote-refused-points = Donnez des points ainsi : « 12=3 17=2 », dans les limites.
vote-refused-too-many-points = Cela fait { $count } points, et vous en avez { $most }.
vote-refused-at-once = Votre bulletin est arrivé de plusieurs endroits au même moment. Envoyez-le à nouveau.
vote-level-L0 = ouvert à toute personne qui écrit à la ville
vote-level-L1 = ouvert à tout numéro de téléphone vérifié
vote-level-L2 = ouvert aux personnes inscrites sur la liste de la ville
vote-level-L3 = inscription en personne
vote-result =
    🏁 { $name } – { $heading } : le résultat
    { $voters ->
        [one] { $voters } personne a voté
       *[other] { $voters } personnes ont voté
    } ({ $level }). Retenus :
vote-result-topped-up = + { $name } (complété par d’autres fonds)
vote-result-more = et { $rest } de plus
vote-result-nothing = Rien.
vote-result-money = Ensemble { $cost } sur { $money }.
vote-result-ask = Écrivez le numéro d’un projet pour savoir pourquoi il a gagné ou perdu. Chacun peut recompter ce vote : il est publié sous { $hash }….
    .sms = Pourquoi l'un a gagné ou perdu : écrivez son numéro. Chacun peut recompter : { $hash }…
vote-result-another = Un autre numéro ?
vote-counting = 🗳 { $name } : le vote est clos, le dépouillement est en cours. Le résultat sera ici : /vote
vote-why-funded = Retenu, avec { $total } : l’argent était là.
vote-why-filled = Retenu, avec { $total }, sur ce qui restait.
vote-why-topped-up = Retenu, avec { $total } : l’essentiel de son coût restait, d’autres fonds paient la suite.
vote-why-elected = Retenu, avec { $total }.
vote-why-no-money-left = Non retenu, avec { $total } : à son tour (numéro { $rank }), il restait { $left }.
vote-why-after-the-stop = Non retenu, avec { $total } : le compte s’est arrêté avant lui, à { $rival }, qui ne tenait plus dans le budget.
vote-why-below-threshold = Non retenu : { $total } est sous ce que demande la règle.
vote-why-excluded = Non retenu, avec { $total } : un seul peut être réalisé, lui ou { $rival }.
vote-why-taken-out = Retiré avant le compte : { $rival }.
vote-why-no-support = Non retenu : personne ne l’a choisi.
vote-why-supporters-spent = Non retenu, avec { $total } : de leurs parts du budget, il restait { $left }.
vote-why-category-full = Non retenu, avec { $total } : l’argent de sa catégorie était dépensé.
vote-why-beaten = Non élu, avec { $total } : { $rival } avait davantage.
vote-needed-votes = { $count ->
    [one] { $count } voix de plus aurait suffi.
   *[other] { $count } voix de plus auraient suffi.
}
vote-needed-points = { $count ->
    [one] { $count } point de plus aurait suffi.
   *[other] { $count } points de plus auraient suffi.
}
vote-needed-first = { $count ->
    [one] { $count } bulletin de plus qui le classe premier aurait suffi.
   *[other] { $count } bulletins de plus qui le classent premier auraient suffi ; un de moins, non.
}
vote-needed-grades = { $count ->
    [one] Si { $count } des personnes qui lui ont donné la note la plus basse, ou aucune, lui avait donné la plus haute, il aurait gagné.
   *[other] Si { $count } des personnes qui lui ont donné les notes les plus basses, ou aucune, lui avaient donné la plus haute, il aurait gagné ; avec une de moins, non.
}
vote-needed-money = Il manquait { $money }.
vote-needed-supporters = { $count ->
    [one] { $count } soutien de plus, qui n’aurait encore rien payé, aurait suffi.
   *[other] { $count } soutiens de plus, qui n’auraient encore rien payé, auraient suffi.
}
vote-needed-unknown = Combien de soutiens de plus auraient suffi, on ne peut le dire : s’il avait été retenu, les parts auraient peut-être été moins relevées.
vote-total-votes = { $count ->
    [one] { $count } voix
   *[other] { $count } voix
}
vote-total-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
vote-total-beaten = { $count ->
    [0] aucune victoire sur un autre
    [one] une victoire sur { $count } autre
   *[other] des victoires sur { $count } autres
}
vote-total-grade = la mention médiane { $grade }
vote-staff-none = Il n’y a pas encore de vote. On en crée un avec : agora vote load
vote-staff-line = { $name } : { $phase }, { $level }, { $voters } votants, du { $opens } au { $closes }
vote-staff-hash = { $heading } : { $hash }
vote-phase-draft = en préparation
vote-phase-submission = recueil des idées
vote-phase-review = étude
vote-phase-frozen = figé
vote-phase-open = ouvert
vote-phase-closed = clos, dépouillement en cours
vote-phase-counted = compté
vote-part = { $part } : { $money } à dépenser
vote-part-voted = ✅ { $part } : votre bulletin est déposé
vote-also = Vous pouvez voter ici aussi :
vote-areas-all = Vous pouvez voter dans chacune.
vote-areas-one = En plus de la ville entière, vous votez dans un seul quartier : votre premier bulletin décide lequel. Écrivez son nom ou partagez votre position.
    .sms = En plus de la ville, vous votez dans un seul quartier ; votre premier bulletin décide lequel.
vote-areas-own = En plus de la ville entière, vous votez dans le quartier où vous habitez selon la liste.
vote-no-part-here = Aucune partie du vote ne concerne ce lieu.
vote-refused-other-area = Vous votez pour { $area } : un quartier par personne.
vote-refused-lives-elsewhere = D’après la liste, vous habitez { $area } : vous y votez, ainsi que pour la ville entière.
vote-refused-lives-nowhere = La liste ne dit pas dans quel quartier vous habitez : vous pouvez voter pour la ville entière. Si c’est une erreur, dites-le à la ville.
vote-refused-both-voted = Vous avez tous deux déposé un bulletin dans un vote encore ouvert ; vous pourrez être reliés après sa clôture.
vote-refused-not-reviewed = { $count ->
    [one] { $count } projet n'a pas encore été étudié.
   *[other] { $count } projets n'ont pas encore été étudiés.
}
vote-refused-nothing-to-choose = Une partie de ce vote n'a encore aucun projet.
vote-refused-step = Ce n'est pas possible dans l'état actuel.
vote-refused-too-many-sent = Beaucoup de codes vous ont déjà été envoyés. Réessayez dans une heure.
vote-cast-by-code = Pour déposer votre bulletin, répondez avec le code { $code } dans les { $minutes } minutes : seul le titulaire de ce numéro peut le lire.
    .sms = Pour le déposer, répondez { $code } dans les { $minutes } minutes.
vote-code-wrong = Ce n'est pas le code. Regardez le dernier message et réessayez.
vote-code-over = Ce code n'est plus valable ; en voici un nouveau.
vote-phone-unasked = Merci, mais aucun vote n'a besoin de votre numéro maintenant. Il n'a pas été gardé.
vote-phone-of-another = Ce n'est pas votre propre numéro. Utilisez le bouton ci-dessous.
share-phone = 📱 Partager mon numéro
vote-coming-submission = 🗳 { $name } : les idées sont recueillies. Écrivez /suggest pour proposer quelque chose.
    .sms = { $name } : les idées sont recueillies. Écrivez la vôtre : je propose ...
vote-coming-review = 🗳 { $name } : la ville étudie le coût et la faisabilité des projets.
vote-coming-frozen = 🗳 { $name } : le bulletin est publié et ne peut plus être modifié.
vote-date-submission = Idées à partir du { $at }
vote-date-review = Étude à partir du { $at }
vote-date-publish = Bulletin publié le { $at }
vote-date-opens = Vote à partir du { $at }
vote-date-closes = Fin du vote le { $at }
vote-coming-part = { $part } : { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}, { $money } à dépenser
vote-coming-hash = Fixé sous { $hash }
vote-notice-entered = 🗳 Votre proposition « { $title } » est le projet { $number } d'un budget participatif. La ville étudiera son coût et sa faisabilité.
vote-notice-accepted = ✅ Votre projet { $number } « { $title } » sera soumis au vote : il coûterait { $cost }.
vote-notice-rejected = Votre projet { $number } « { $title } » ne peut pas être soumis au vote : { $words }
vote-notice-published = 🗳 { $vote } : le bulletin est publié, avec votre projet { $number } « { $title } ». Le vote commence le { $opens }.
vote-notice-opened = 🗳 { $vote } : on peut voter pour votre projet { $number } « { $title } » jusqu'au { $closes }. Pour voter : /vote
    .sms = { $vote } : vote ouvert jusqu'au { $closes }. Pour voter, écrivez VOTE et les numéros.
vote-notice-won = 🏁 { $vote } : votre projet { $number } « { $title } » a gagné ! Tous les résultats : /vote
    .sms = { $vote } : votre projet { $number } « { $title } » a gagné ! Tous les résultats : écrivez VOTE
vote-notice-lost = 🏁 { $vote } : votre projet { $number } « { $title } » n'a pas été retenu. Pourquoi, et tous les résultats : /vote
    .sms = { $vote } : votre projet { $number } « { $title } » n'a pas été retenu. Pourquoi, et tous les résultats : écrivez VOTE
vote-notice-counted = 🏁 { $vote } est dépouillé. Le résultat : /vote. Ce qu'est devenu votre bulletin : envoyez son reçu.
    .sms = { $vote } est dépouillé. Pour le résultat, écrivez VOTE ; pour votre bulletin, son reçu.
vote-notice-withdrawn = Le projet { $number } « { $title } » a été retiré et ne sera pas compté : { $words }. Vous pouvez changer votre bulletin : /vote
    .sms = Le projet { $number } « { $title } » a été retiré et ne sera pas compté : { $words }. Pour changer votre bulletin : écrivez VOTE
vote-notice-planned = 📅 Le projet { $number } « { $title } », gagnant du vote, est programmé : { $words }
vote-notice-in-progress = 🏗 Les travaux du projet { $number } « { $title } », gagnant du vote, ont commencé : { $words }
vote-notice-milestone = 🏗 Projet { $number } « { $title } » : { $words }
vote-notice-done = 🎉 Le projet { $number } « { $title } », gagnant du vote, est réalisé : { $words }
vote-progress-none = en attente
vote-progress-planned = programmé
vote-progress-in-progress = en cours
vote-progress-done = réalisé
vote-works-line = { $number } · { $name } : { $progress }
vote-map-title = { $name } : le résultat
vote-map-legend = Dans les quartiers : votants, à partir de 10. Cercles : projets, pleins s’ils ont gagné.
vote-result-area = { $area } : { $count } votants
vote-result-elsewhere = Ailleurs : { $count } votants
vote-result-own = Vos projets :
