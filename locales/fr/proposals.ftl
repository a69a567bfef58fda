# Propositions des habitants : proposer, lire, soutenir, commenter.

command-proposals = Ce que les gens proposent
command-suggest = Proposer quelque chose

suggest-what = Que souhaitez-vous que la ville fasse, et où ? Une ou deux phrases suffisent.
    .sms = Que doit faire la ville, et où ?
suggest-words-please = Dites-moi en quelques mots ce que vous souhaitez.
suggest-check = Est-ce que je publie cette proposition ?
    .sms = Publier ceci ?
suggest-card-title = 💡 { $title }
suggest-card-rules = Avec { $threshold } soutiens en { $days } jours, la ville doit répondre, sous { $answer } jours.
    .sms = La ville doit répondre à { $threshold } soutiens en { $days } jours.
suggest-photo = Une photo aide à se représenter l'idée : envoyez-la avant de publier.
    .sms = Vous pouvez ajouter une photo.
suggest-masked = Tout le monde peut lire une proposition : j'ai enlevé ce qui ressemblait à un téléphone, une adresse électronique ou une plaque.
    .sms = Téléphones, adresses électroniques et plaques ont été enlevés.
suggest-publish = Publier
suggest-change-title = Le titre
suggest-change-words = Le texte
suggest-change-place = Le lieu
suggest-change-topic = Le thème
suggest-title = Le titre est « { $title } ». Écrivez-en un meilleur, en { $limit } caractères au plus.
    .sms = Titre : "{ $title }". Un meilleur, { $limit } caractères au plus ?
suggest-topic = De quoi s'agit-il ?
suggest-place = C'est pour où ? Une rue, un croisement, un quartier, ou :
    .sms = Où ? Une rue, un croisement, un quartier, ou :
suggest-published = 💡 Merci ! { $number } est publiée, et vous êtes la première personne à la soutenir. Avec { $threshold } soutiens pour { $level } d'ici le { $until }, la ville doit répondre. Les autres peuvent écrire « soutenir { $number } ». Vous serez informé de chaque étape.
    .sms = { $number } est publiée. Il lui faut { $threshold } soutiens d'ici le { $until }. Pour la soutenir : "soutenir { $number }".
suggest-prescreened = 💡 Merci ! { $number } est enregistrée. Les agents de la ville la lisent avant sa publication, et vous aurez de leurs nouvelles.
    .sms = { $number } est enregistrée. Les agents la lisent avant publication.
refused-too-many-proposals = Vous avez fait { $limit } propositions en un jour, c'est le maximum pour une personne. Continuez demain.
    .sms = { $limit } propositions par jour au plus. Continuez demain.

similar = { $shown ->
    [one] { $count ->
        [one] Une personne demande déjà quelque chose de semblable. Est-ce la même chose ?
       *[other] { $count } personnes demandent déjà quelque chose de semblable. Est-ce la même chose ?
    }
   *[other] D'autres demandent déjà quelque chose de semblable. Est-ce l'une de ces propositions ?
}
similar-own = Vous soutenez déjà quelque chose de semblable. Est-ce la même chose ?
similar-this = C'est bien cela
similar-different = La mienne est différente
support-it = Soutenir
support-number = Soutenir { $number }
withdraw-support = Retirer mon soutien
support-words = soutenir soutiens soutien appuyer appuie voter vote
withdraw-words = retirer retire enlever annuler stop arrêter
not-words = plus pas
proposals-words = propositions proposition idées pétitions suggestions proposé proposés proposées
supported = 👍 Vous soutenez { $number } « { $title } ». Soutiens : { $supporters } ; il en manque encore { $missing }. Vous serez informé de chaque étape.
    .sms = Vous soutenez { $number }. Soutiens : { $supporters }, il en manque { $missing }.
supported-last = 👍 Vous soutenez { $number } : il ne manquait plus que votre soutien.
supported-enough = 👍 Vous soutenez { $number } « { $title } ». Soutiens : { $supporters } ; c'est assez, la ville doit répondre. Vous serez informé de chaque étape.
    .sms = Vous soutenez { $number }. Soutiens : { $supporters }, assez : la ville doit répondre.
supported-already = Vous soutenez déjà { $number } « { $title } ». Soutiens : { $supporters }.
    .sms = Vous soutenez déjà { $number }. Soutiens : { $supporters }.
support-closed = On ne peut plus soutenir celle-ci, mais voici ce qu'elle est devenue :
    .sms = Close, voici la suite :
support-withdrawn = Votre soutien à { $number } « { $title } » est retiré. Nous ne vous en parlerons plus.
    .sms = Soutien à { $number } retiré. Plus de nouvelles d'elle.
support-none = Vous ne soutenez pas { $number } « { $title } ».
    .sms = Vous ne soutenez pas { $number }.
refused-support-closed = On ne peut plus soutenir P{ $number }.

proposals-none = Personne ne propose rien en ce moment. Commencez : écrivez ce que vous aimeriez que la ville fasse.
    .sms = Aucune proposition. Écrivez ce que la ville devrait faire.
proposals-none-here = Il n'y a rien de plus ici.
proposals-menu = { $count ->
    [one] { $count } proposition cherche des soutiens. Comment voulez-vous la voir ?
   *[other] { $count } propositions cherchent des soutiens. Lesquelles voulez-vous voir ?
}
proposals-list-new = Nouvelles
proposals-list-top = Les plus soutenues
proposals-list-area = Par quartier
proposals-list-topic = Par thème
proposals-list-random = Au hasard
proposals-which-area = Quel quartier ?
proposals-which-topic = Quel thème ?
proposals-area = { $area } ({ $count })
proposals-head-new = Les propositions les plus récentes :
proposals-head-top = Les propositions les plus soutenues :
proposals-head-random = Quelques-unes, tirées au sort :
proposals-head-of = { $what }, les plus soutenues d'abord :
proposals-other-random = D'autres
proposals-mine = { $count ->
    [one] Votre proposition :
   *[other] Vos { $count } propositions :
}
proposals-supported = { $count ->
    [one] Vous soutenez :
   *[other] Vous soutenez { $count } propositions :
}

proposal-line = { $number } · { $title } – 👥 { $supporters }, { $state }
    .sms = { $number } { $title } : { $supporters }, { $state }
proposal-title = 💡 { $number } · { $title }
    .sms = { $number } { $title }
proposal-topic = 🏷 { $topic }
    .sms = { "" }
proposal-where = 📍 { $place }
    .sms = { $place }
proposal-where-city = 📍 toute la ville
    .sms = { "" }
proposal-summary = « { $words } »
proposal-quoted = « { $words } »
proposal-state = État : { $state }
proposal-supporters = 👥 { $supporters ->
    [one] { $supporters } soutien
   *[other] { $supporters } soutiens
}
proposal-supporters-of = 👥 { $supporters } sur { $threshold } soutiens, ouverte jusqu'au { $until }
    .sms = { $supporters } sur { $threshold } soutiens, jusqu'au { $until }
proposal-supporters-over = 👥 { $supporters } sur { $threshold } soutiens, close le { $until }
    .sms = { $supporters } sur { $threshold } soutiens au { $until }
proposal-answer-due = La ville répond d'ici le { $due }.
proposal-comments = 💬 { $pros } pour, { $cons } contre
    .sms = Commentaires : { $pros } pour, { $cons } contre
proposal-answer = 🏛 { $office }, { $signer }, le { $date } :
    .sms = { $office }, { $signer }, { $date } :
proposal-answer-amended = 🏛 { $office }, { $signer }, modifiée le { $date } :
    .sms = { $office }, { $signer }, modifiée { $date } :
proposal-milestone = 🔨 { $date } : { $words }
    .sms = { $date } : { $words }
proposal-goes-on = { $number } se poursuit dans { $into } :
proposal-change = La modifier
proposal-take-back = La retirer
proposal-take-back-sure = Retirer { $number } ? Plus personne ne pourra la soutenir.
    .sms = Retirer { $number } pour de bon ?
proposal-take-back-yes = La retirer pour de bon
proposal-taken-back = { $number } est retirée.
proposal-kept = { $number } reste comme elle est.

proposal-state-draft = chez son auteur
proposal-state-prescreening = lue avant publication
proposal-state-published = cherche des soutiens
proposal-state-threshold-reached = assez de soutiens, la ville doit répondre
proposal-state-under-consideration = la ville l'étudie
proposal-state-accepted = acceptée
proposal-state-rejected = rejetée
proposal-state-planned = prévue
proposal-state-in-progress = en cours de réalisation
proposal-state-done = réalisée
proposal-state-expired = pas assez de soutiens à temps
proposal-state-withdrawn = retirée
proposal-state-merged = se poursuit dans { $into }

comment-write = Commenter
comments-read = Lire les commentaires
comments-more = Plus de commentaires
comments-head = Ce qu'on dit de { $number } : { $pros } pour, { $cons } contre
    .sms = { $number } : { $pros } pour, { $cons } contre
comment-which = Votre commentaire est-il pour { $number } ou contre ?
    .sms = Commentaire sur { $number } :
comment-side-for = Pour
comment-side-against = Contre
comment-what = Écrivez votre commentaire, en { $limit } caractères au plus. Vous en avez un par proposition ; un nouveau remplace l'ancien.
    .sms = Votre commentaire ? { $limit } caractères au plus. Il remplace le précédent.
comment-written = Merci. Les agents de la ville lisent votre commentaire sur { $number } avant tout le monde. Ils n'écartent que les grossièretés et les données personnelles.
    .sms = Merci. Les agents lisent d'abord votre commentaire sur { $number }.
comment-for = ➕ « { $words } »
    .sms = + { $words }
comment-against = ➖ « { $words } »
    .sms = - { $words }
comment-answer = 🏛 { $words }
    .sms = Ville : { $words }
refused-comment-too-long = Cela fait { $length } caractères, et la limite est de { $limit }. Dites-le plus court, s'il vous plaît.
    .sms = { $length } caractères, { $limit } au plus. Plus court, merci.

refused-no-such-proposal = Il n'y a pas de proposition P{ $number }.
refused-proposal-step = Ce n'est plus possible : la proposition a avancé.
refused-not-your-proposal = P{ $number } appartient à quelqu'un d'autre.
refused-reasons-needed = On n'écarte personne sans dire pourquoi. Écrivez la raison, s'il vous plaît.
refused-proposal-changed = Quelqu'un d'autre a modifié P{ $number } entre-temps. Voici où elle en est :
