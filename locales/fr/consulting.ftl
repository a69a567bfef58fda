# Les consultations vues par les agents : rédigées, relues, envoyées, closes, décidées.

command-consulting = Consultations : interroger la ville, lire ce qu'elle dit
consulting = { $count ->
    [0] Pas encore de consultation.
    [one] { $count } consultation :
   *[other] Les { $count } dernières consultations :
}
consulting-new = ➕ Une nouvelle
consulting-line = 🗳 { $title } · { $state }
consultation-draft = brouillon
consultation-scheduled = programmée
consultation-open = ouverte
consultation-closed = close
consultation-cancelled = abandonnée
consulting-from = Ouverture : { $opens }
consulting-until = Clôture : { $closes }
consulting-reminders = { $count ->
    [one] { $count } rappel à qui s'est arrêté en route
   *[other] { $count } rappels à qui s'est arrêté en route
}
consulting-question = { $position }. { $question } ({ $kind })
consulting-reach = Toucherait maintenant { $reached ->
    [one] { $reached } personne
   *[other] { $reached } personnes
}. Sans ceux qui ne veulent pas de messages ({ $opted-out }) ou ont déjà eu ceux de la semaine ({ $over-budget }).
consulting-gap = ⚠️ { $language } : { $count ->
    [one] { $count } texte manque.
   *[other] { $count } textes manquent.
} Qui lit cette langue en verra une autre, et en est averti.
consulting-answers = Répondu jusqu'au bout : { $finished }, sur { $begun } qui ont commencé.
consulting-preview = Aperçu
consulting-preview-head = Voici ce que les habitants liront :
consulting-edit = Modifier
consulting-audience = Qui est interrogé
consulting-when = Quand
consulting-send = Envoyer
consulting-copy = Copier
consulting-drop = Abandonner
consulting-unschedule = Remettre en brouillon
consulting-results = Résultats
consulting-sending = Où en est l'envoi ?
consulting-statements = Nouvelles affirmations
consulting-close = Clore maintenant
consulting-decide = Dire la décision
consulting-done = C'est fait
consulting-copied = Voici la copie :
consulting-wanted = ✋ { $who } veut envoyer ceci. Êtes-vous d'accord ?
consulting-asked = Une deuxième personne doit être d'accord. J'ai demandé à { $who }.
consulting-refused = Rien ne part. Je le dis à qui le voulait.
consulting-refused-by = ✋ { $who } ne veut pas que cela parte ainsi. Parlez-en, modifiez, renvoyez.
consulting-sent = ✅ En route vers { $count ->
    [one] { $count } personne.
   *[other] { $count } personnes.
}
consulting-scheduled = ✅ Cela partira le jour prévu.
consulting-scheduled-by = ✅ { $who } est d'accord. Cela partira le jour prévu.
consulting-not-opened = ⚠️ « { $title } » n'a pas pu ouvrir aujourd'hui et redevient un brouillon.
consulting-decide-what = Qu'est-ce que la ville a décidé, et pourquoi ? Toutes les personnes qui ont répondu le liront.
consulting-told = Toutes les personnes qui ont répondu l'apprendront.
refused-consultation-past = Ce serait fini avant que quiconque puisse répondre. Choisissez quand elle se termine.
refused-consultation-moved = Ce n'est plus possible : la consultation a avancé. /consultations montre où elle en est.
refused-consultation-changed = La consultation a été modifiée depuis que vous l'avez vue. /consultations la montre telle qu'elle est.
statement-look = { $count ->
    [one] { $count } affirmation attend. Peut-on la soumettre aux autres ?
   *[other] { $count } affirmations attendent. Peut-on soumettre celle-ci aux autres ?
}
statement-accept = Oui, la soumettre
statement-reject = Non

compose-title = De quoi s'agit-il ? Un titre court, par exemple : Une nouvelle aire de jeux à Doulon
compose-why = Pourquoi le demandez-vous ? Une ou deux phrases que les habitants lisent d'abord.
compose-use = Que fera-t-on des réponses ?
compose-question = Écrivez la question.
compose-kind = Comment y répond-on ?
compose-options = Écrivez les réponses au choix, une par ligne.
compose-options-two = Il faut au moins deux réponses, une par ligne.
compose-statements = Écrivez quelques affirmations pour commencer, une par ligne.
compose-kept = { $count ->
    [one] C'était la première question.
   *[other] Cela fait { $count } questions.
}
compose-more = Encore une question
compose-enough = C'est tout
compose-closes = Combien de temps est-elle ouverte ?
compose-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
compose-translate = { $language } : comment dit-on cela ? « { $words } »
compose-skip = Laisser de côté
compose-skip-all = { $language } : rien du tout
kind-choice = Une parmi plusieurs
kind-choices = Quelques-unes
kind-yes-no = Oui ou non
kind-scale = Échelle de 1 à 5
kind-ranking = Mettre en ordre
kind-number = Un nombre
kind-text = Avec ses mots
kind-place = Un lieu
kind-photo = Une photo
kind-statements = Affirmations

revising = Que voulez-vous modifier ?
revising-title = Le titre
revising-why = Pourquoi nous demandons
revising-use = Ce qui en sera fait
revising-add = ➕ Encore une question
revising-translate = Traductions manquantes
revising-finish = Plus rien
revising-now = « { $words } »
revising-words = Écrivez le nouveau texte.
revising-wording = Les mots
revising-required = Réponse obligatoire
revising-optional = Réponse facultative
revising-bounds = De … à …
revising-bounds-which = De combien à combien ? Deux nombres, par exemple : 1 3
revising-bounds-wrong = Ces bornes ne vont pas avec la question.
revising-condition = Seulement à certains
revising-remove = L'enlever
revising-if = { $option } ({ $question })
revising-if-which = À qui est-elle posée ? À qui a répondu auparavant :
revising-if-none = À tout le monde

timing-opens = Quand ouvre-t-elle ? Choisissez, ou écrivez une date comme 2026-05-04.
timing-opens-in = { $count ->
    [0] Dès l'envoi
    [one] Demain à 9 h
   *[other] Dans { $count } jours à 9 h
}
timing-closes = Combien de temps est-elle ouverte ? Choisissez, ou écrivez le dernier jour, comme 2026-05-18.
timing-reminders = Faut-il relancer ceux qui se sont arrêtés en route ?
timing-remind-none = Non
timing-remind-one = La veille
timing-remind-two = 3 jours et 1 jour avant
timing-no-date = Je n'y ai pas lu de date.
timing-past = C'est déjà passé, ou avant l'ouverture.

aim = Pour : { $who }
aim-all = Pour : tout le monde
aim-and = { $first }, { $second }
aim-reporters = qui a signalé « { $service } »
aim-followers = qui suit « { $topic } »
aim-who-follow = qui suit quelque chose dans la ville
aim-participants = qui a répondu à « { $title } »
aim-drawn = { $size } personnes tirées au sort (graine { $seed })
aim-everybody = Tout le monde
aim-following = Abonnés
aim-area = Quartiers
aim-language = Langues
aim-service = Qui a signalé un motif
aim-topic = Qui suit un thème
aim-earlier = Qui a répondu avant
aim-panel = Un panel au hasard
aim-done = ✅ C'est bien cela
aim-area-which = Quels quartiers ? Écrivez leurs noms.
aim-language-which = Quelle langue ?
aim-service-which = Quel motif ? Écrivez son nom.
aim-topic-which = Quel thème ?
aim-earlier-which = Quelle consultation ?
aim-panel-which = Combien de personnes sont tirées au sort ? Chaque quartier a sa part.
aim-unknown = Je ne connais pas cela ici. Rien n'a changé.
