# Consultations: what the city asks, and how one answers.

command-consultations = ce que la ville vous demande
consult-invite = 🗳 La ville vous demande : { $title }
consult-why = { $why }
consult-use = Ce qui en sera fait : { $use }
consult-until = { $count ->
    [one] { $count } question, jusqu'au { $closes }. Vous pouvez changer de réponse jusque-là.
   *[other] { $count } questions, jusqu'au { $closes }. Vous pouvez changer vos réponses jusque-là.
}
    .sms = Questions : { $count }. Jusqu'au { $closes }.
consult-start = Répondre
consult-later = Pas maintenant
consult-later-said = Entendu. Vous pouvez répondre jusqu'au { $closes } : écrivez /consultations.
    .sms = Entendu. Vous pouvez répondre jusqu'au { $closes } : écrivez CONSULTATION.
consultations-words = consultations consultation sondage sondages enquête enquêtes questionnaire questionnaires
consult-none = Rien n'est demandé en ce moment. Quand la ville posera une question, vous l'apprendrez ici.
consult-which = À laquelle voulez-vous répondre ?
consult-position = Question { $position } sur { $count }
    .sms = { $position }/{ $count }
consult-question = { $words }
consult-thanks = ✅ Merci, c'est tout. Vous avez répondu :
    .sms = Merci, c'est tout.
consult-till = Vous pouvez changer cela jusqu'au { $closes }. Ensuite, vous saurez ce qu'il en est sorti.
consult-change = Changer une réponse
consult-change-which = Quelle réponse voulez-vous changer ?
hint-choices = Choisissez-en de { $least } à { $most }, puis touchez « Terminé ». Vous pouvez aussi écrire leurs numéros : 1, 3
    .sms = Écrivez de { $least } à { $most } numéros, par exemple : 1, 3
hint-scale = De { $least } (pas du tout) à { $most } (tout à fait)
    .sms = { $least } à { $most }
hint-ranking = Touchez-les dans votre ordre, le plus important d'abord, ou écrivez les numéros dans votre ordre : 2, 1, 3
    .sms = Écrivez les numéros dans votre ordre : 2, 1, 3
hint-number = Écrivez un nombre.
hint-text = Écrivez-le avec vos mots.
hint-place = Partagez une position, ou écrivez une adresse ou un croisement.
    .sms = Écrivez une adresse ou un croisement.
hint-photo = Envoyez une photo.
hint-no-photo = Un SMS ne peut pas porter d'image.
answer-yes = Oui
answer-no = Non
answer-abstain = Je m'abstiens
answer-skip = Passer
options-done = Terminé
option-chosen = ✓ { $option }
    .sms = * { $option }
option-ranked = { $rank }. { $option }
answer-needed = Cette question demande une réponse.
answer-no-such-option = Je n'ai pas trouvé cela parmi les réponses. Touchez-en une, ou écrivez son numéro.
answer-how-many = C'est trop ou trop peu : choisissez-en de { $least } à { $most }.
answer-only-one = Choisissez-en une seule.
answer-out-of-range = C'est en dehors de ce qu'on peut répondre ici : de { $least } à { $most }.
answer-empty = Il n'y avait rien dans cette réponse.
answer-no-number = Écrivez un seul nombre, par exemple 12.
said = • { $question } – { $answer }
said-nothing = • { $question } – passée
said-statements = • { $question } – { $count ->
    [one] avis donné sur { $count } affirmation
   *[other] avis donné sur { $count } affirmations
}
said-photo = une photo
said-words = « { $words } »
said-and = { $first }, { $second }
statement = « { $words } »
statement-agree = D'accord
statement-disagree = Pas d'accord
statement-pass = Passer
statement-say = Dire autre chose
statement-enough = C'est assez
statement-ask = Sur quoi les autres devraient-ils se prononcer ? Une phrase, { $most } caractères au plus. Quelqu'un à la mairie la lit avant que d'autres la voient.
statement-said = Merci. Dès que quelqu'un à la mairie l'aura lue, d'autres seront interrogés à son sujet.
refused-consultation-over = Cette consultation ne prend pas de réponses. Ce que vous avez dit avant sa clôture compte.
consult-remind = ⏳ Vous avez commencé à répondre à « { $title } » sans aller au bout. C'est ouvert jusqu'au { $closes }.
    .sms = Vous avez commencé « { $title } ». Ouvert jusqu'au { $closes }. Continuer ?
consult-go-on = Continuer
