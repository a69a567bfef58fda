# Ce que les agents lisent et pressent à propos des propositions, et ce qu'en apprennent auteur et soutiens.

council-queue = { $count ->
    [0] Aucune proposition n'attend la ville.
    [one] { $count } proposition attend la ville :
   *[other] { $count } propositions attendent la ville, la plus pressée d'abord :
}
council-comments = { $count ->
    [0] Aucun commentaire à lire.
    [one] { $count } commentaire à lire.
   *[other] { $count } commentaires à lire.
}
council-read-comments = Lire les commentaires
council-line-due = { $line }, réponse due le { $due }
council-supporters = 👥 { $supporters } sur { $threshold }
council-due = ⏰ Réponse officielle due le { $due }
council-history = { $at } · { $what }
council-history-words = { $at } · { $what } : « { $words } »

council-headline-submitted = Une proposition à lire avant publication
council-headline-published = Nouvelle proposition
council-headline-threshold-reached = Une proposition a assez de soutiens : la ville doit répondre
council-headline-reminded = Une réponse officielle est bientôt due
council-headline-overdue = Une réponse officielle est en retard
council-headline-commented = Un commentaire à lire
council-headline-withdrawn = Retirée par son auteur

council-step-published = Publier
council-step-returned = Rendre à l'auteur
council-step-under-consideration = L'étudier
council-step-accepted = Accepter
council-step-rejected = Rejeter
council-step-planned = Prévue
council-step-in-progress = Travaux commencés
council-step-milestone = Étape franchie
council-step-done = Réalisée
council-step-amended = Modifier la réponse
council-step-merged = Fusionner avec …

council-did-submitted = déposée
council-did-returned = rendue à l'auteur
council-did-published = publiée
council-did-threshold-reached = assez de soutiens
council-did-under-consideration = à l'étude
council-did-accepted = acceptée
council-did-rejected = rejetée
council-did-amended = réponse modifiée
council-did-planned = prévue
council-did-in-progress = travaux commencés
council-did-milestone = étape franchie
council-did-done = réalisée
council-did-expired = échue
council-did-withdrawn = retirée
council-did-merged = fusionnée
council-did-commented = commentée
council-did-comment-answered = réponse à un commentaire
council-did-reminded = rappel

council-merge-into = Avec quelle proposition fusionner { $number } ? Écrivez son numéro.
council-merge-sure = Fusionner { $number } « { $title } » avec { $into } « { $into-title } » ? Tous ceux qui soutiennent { $number } soutiendront { $into }, une fois chacun, et en seront informés.

verdict-returned = Que doit changer l'auteur dans { $number } ? Écrivez-le en { $language } ; lui seul le lira.
verdict-under-consideration = { $number } : un mot aux soutiens sur la façon dont la ville l'étudie, en { $language } ?
verdict-accepted = { $number } est acceptée. Écrivez la réponse officielle en { $language } : ce que la ville fera, et quand.
verdict-rejected = { $number } est rejetée. Écrivez les raisons en { $language } ; on n'écarte personne sans elles.
verdict-amended = Écrivez la réponse modifiée à { $number } en { $language }. L'ancienne reste au dossier.
verdict-planned = { $number } est prévue. Quand et comment ? Écrivez-le en { $language }.
verdict-in-progress = Les travaux de { $number } ont commencé. Que fait-on ? Écrivez-le en { $language }.
verdict-milestone = Où en est { $number } ? Écrivez-le en { $language }, avec une photo si vous voulez.
verdict-done = { $number } est réalisée. Un mot à ceux qui la voulaient, en { $language } ?
verdict-also = Et en { $language } ?
verdict-skip = Passer
verdict-no-words = Sans texte
verdict-preview = Voici ce que liront l'auteur et les soutiens de { $number } :
verdict-preview-author = Voici ce que lira l'auteur de { $number } :
verdict-signed = 🏛 { $office }, { $signer }
verdict-in = { $language } : « { $words } »
verdict-without-words = Aucun texte, seulement le nouvel état.
verdict-other-office = Un autre service
verdict-which-office = Au nom de quel service ?
verdict-again = Réécrire
verdict-dropped = Rien n'a été envoyé au sujet de { $number }.

moderating-none = Aucun commentaire à lire.
moderating-head = 💬 Sur { $number } « { $title } » :
moderating-show = Montrer
moderating-hide = Écarter
moderating-answer = Répondre en public
moderating-why = Pourquoi l'écarter ? La raison figure au journal.
moderating-shown = Tout le monde peut le lire maintenant.
moderating-hidden = Il est écarté.
moderating-words = La réponse publique en { $language } :
moderating-enough = Cela suffit
moderating-answered = C'est répondu. Tout le monde le lit sous { $number }.

proposal-notice-returned =
    ↩️ Les agents de la ville vous demandent de modifier { $number } « { $title } » avant sa publication :

    « { $words } »

    Écrivez « { $number } » pour la modifier.
    .sms = À modifier avant publication, { $number } : { $words } Écrivez { $number }.
proposal-notice-published = 💡 { $number } « { $title } » est publiée et cherche des soutiens.
    .sms = { $number } "{ $title }" est publiée.
proposal-notice-threshold-reached = 🎉 { $number } « { $title } » a { $supporters } soutiens. C'est assez : la ville répond d'ici le { $due }.
    .sms = { $number } a { $supporters } soutiens : la ville répond d'ici le { $due }.
proposal-notice-under-consideration =
    🔎 { $office } étudie { $number } « { $title } » :

    « { $words } »
    .sms = { $office } étudie { $number } : { $words }
proposal-notice-under-consideration-plain = 🔎 { $office } étudie { $number } « { $title } ».
    .sms = { $office } étudie { $number }.
proposal-notice-accepted =
    ✅ { $number } « { $title } » est acceptée. { $office }, { $signer } :

    « { $words } »
    .sms = { $number } est acceptée. { $office }, { $signer } : { $words }
proposal-notice-rejected =
    ✖️ { $number } « { $title } » est rejetée. { $office }, { $signer } :

    « { $words } »
    .sms = { $number } est rejetée. { $office }, { $signer } : { $words }
proposal-notice-amended =
    ✏️ La réponse à { $number } « { $title } » a été modifiée. { $office }, { $signer } :

    « { $words } »
    .sms = Réponse à { $number } modifiée. { $office }, { $signer } : { $words }
proposal-notice-planned =
    📅 { $number } « { $title } » est prévue :

    « { $words } »
    .sms = { $number } est prévue : { $words }
proposal-notice-planned-plain = 📅 { $number } « { $title } » est prévue.
    .sms = { $number } est prévue.
proposal-notice-in-progress =
    🚧 Les travaux de { $number } « { $title } » ont commencé :

    « { $words } »
    .sms = Travaux commencés pour { $number } : { $words }
proposal-notice-in-progress-plain = 🚧 Les travaux de { $number } « { $title } » ont commencé.
    .sms = Travaux commencés pour { $number }.
proposal-notice-milestone =
    🔨 { $number } « { $title } » :

    « { $words } »
    .sms = { $number } : { $words }
proposal-notice-done =
    🏁 { $number } « { $title } » est réalisée :

    « { $words } »
    .sms = { $number } est réalisée : { $words }
proposal-notice-done-plain = 🏁 { $number } « { $title } » est réalisée. Merci de l'avoir soutenue.
    .sms = { $number } "{ $title }" est réalisée. Merci de l'avoir soutenue.
proposal-notice-expired = ⌛ { $number } « { $title } » a réuni { $supporters } soutiens dans son délai, ce n'était pas assez. Chacun peut la proposer de nouveau.
    .sms = { $number } a eu { $supporters } soutiens à temps, trop peu. On peut la proposer de nouveau.
proposal-notice-withdrawn = { $number } « { $title } », que vous soutenez, a été retirée par son auteur.
    .sms = { $number } a été retirée par son auteur.
proposal-notice-merged = 🔗 { $number } « { $title } » se poursuit dans { $into }, qui demande la même chose. Votre soutien y compte.
    .sms = { $number } se poursuit dans { $into }. Votre soutien y compte.
proposal-notice-comment-answered =
    🏛 La ville a répondu à un commentaire sur { $number } « { $title } » :

    « { $words } »
    .sms = La ville répond à un commentaire sur { $number } : { $words }
