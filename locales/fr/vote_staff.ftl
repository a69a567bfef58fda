# Les votes vus par les agents : phases, étude, inscription, travaux.

vote-staff-waiting = { $count ->
    [one] { $count } projet attend d'être étudié.
   *[other] { $count } projets attendent d'être étudiés.
}
vote-staff-ideas = Recueillir des idées
vote-staff-review = Commencer l'étude
vote-staff-proposals = Reprendre les propositions acceptées
vote-staff-projects = Étudier les projets
vote-staff-publish = Publier le bulletin
vote-staff-withdraw = Retirer un projet
vote-staff-works = Nouvelles des gagnants
vote-staff-entered = { $count ->
    [one] { $count } proposition est devenue un projet ; son auteur est prévenu.
   *[other] { $count } propositions sont devenues des projets ; leurs auteurs sont prévenus.
}
vote-staff-sure = Publier { $name } avec { $projects } projets en { $parts } parties ? Rien ne pourra plus être modifié.
vote-staff-freeze = Publier définitivement
vote-staff-notice-submission = { $vote } : le temps des idées a commencé. /votes
vote-staff-notice-review = { $vote } : l'étude a commencé ; { $waiting ->
    [one] { $waiting } projet attend.
   *[other] { $waiting } projets attendent.
} /votes
vote-staff-notice-stuck = ⚠️ { $vote } devrait être publié et ne peut pas l'être. /votes
vote-staff-notice-published = { $vote } est publié. Ces empreintes le fixent ; le vote commence le { $opens }.
vote-staff-notice-opened = { $vote } : le vote est ouvert jusqu'au { $closes }.
vote-staff-notice-counted = { $vote } est dépouillé. /votes
vote-alarm-burst = ⚠️ { $hour } : { $count } bulletins en une heure de nuit, { $against } en une heure ordinaire.
vote-alarm-same = ⚠️ { $hour } : { $count } bulletins ou plus portent la même liste : au moins { $against } % de ce qui est arrivé ensemble.
vote-alarm-codes = ⚠️ { $hour } : { $count } codes faux en une heure ; expéditeurs suspendus en ce moment : { $against }.
vote-alarm-more = Alertes plus anciennes : { $rest }
vote-alarm-notice = { $vote } : à regarder, s'il vous plaît. Rien n'est bloqué, chaque bulletin compte. /votes
vote-review-none = Aucun projet n'attend d'être étudié.
vote-review-card = { $number } · { $name } ({ $part })
vote-review-how = Écrivez son coût, par exemple 12000, pour le soumettre au vote. Après lui : { $rest }.
vote-review-reject = Irréalisable
vote-review-later = Laissé tel quel.
vote-review-no-cost = « { $words } » n'est pas un montant supérieur à zéro.
vote-review-accepted = { $number } · { $name } est sur le bulletin pour { $cost } ; son auteur est prévenu.
vote-review-rejected = { $number } · { $name } est écarté ; son auteur lit pourquoi.
vote-review-withdrawn = { $number } · { $name } ne sera pas compté ; la raison est publiée.
vote-reason-rejected = Pourquoi { $number } · { $name } est-il irréalisable ? Son auteur le lira.
vote-reason-withdrawn = Pourquoi { $number } · { $name } est-il retiré ? Tout le monde pourra le lire.
vote-withdraw-which = Quel projet est retiré ? Écrivez son numéro.
vote-works-which = Duquel y a-t-il des nouvelles ? Écrivez son numéro.
vote-works-planned = Programmé
vote-works-in-progress = Commencé
vote-works-milestone = Une étape
vote-works-done = Réalisé
vote-works-words = Dites-le en une phrase : son auteur et tous ceux qui ont voté dans sa partie le liront.
vote-works-told = Ils sont prévenus.
enrolling-code = Quel code le téléphone de la personne affiche-t-il ? Elle l'obtient avec /vote.
enrolling-code-unknown = Personne n'a ce code en ce moment. Il a six chiffres et dure dix minutes : demandez-en un nouveau.
enrolling-papers = { $vote } : écrivez ce que disent les papiers : document, date de naissance, code postal, par exemple « AB 123, 1980-12-31, 44000 » ; ou le code de la lettre. Rien n'est gardé.
enrolling-papers-no-roll = { $vote } : écrivez ce que disent les papiers : document, date de naissance, code postal, par exemple « AB 123, 1980-12-31, 44000 ». Seule une empreinte est gardée.
enrolling-not-on-roll = La liste ne connaît personne ainsi.
enrolling-unclear-papers = Écrivez le document, la date de naissance au format AAAA-MM-JJ et le code postal, séparés par des virgules.
enrolling-done = Inscription faite pour { $vote }. Le journal dit que vous l'avez faite, pas qui c'était.
enrolling-welcome = ✅ Vous êtes inscrit. Pour voter : /vote
    .sms = Vous êtes inscrit. Pour voter, écrivez VOTE et les numéros.
enrolling-cancelled = Personne n'a été inscrit.
enrolling-no-vote = Aucun vote ne demande d'inscription au guichet.
