# Questions : ce que la ville a écrit là-dessus, et ce qu'une personne répond.

command-proposals-staff = Les propositions qui attendent la ville
command-questions = Les questions qui attendent une réponse

answer-question = ℹ️ { $question }
answer-text = « { $words } »
answer-source = Source : { $source }, au { $date }
answer-not-it = Ce n'était pas ma question
answer-near = J'hésite : est-ce l'une de ces questions ?
answer-none-of-these = Aucune d'elles
question-unknown = Je ne sais pas, et je ne devine pas. Dois-je transmettre votre question à une personne de la mairie ?
question-pass-on = La transmettre
question-report = C'est un problème à régler
question-leave = Non, laissez
question-left = Entendu, rien n'a été transmis.
question-passed-on = 📨 { $number } est transmise. { $department } répond d'ici le { $due }.
questions-mine = { $count ->
    [one] Votre question :
   *[other] Vos questions :
}
question-line-answered = { $number } · « { $words } » – { $answer }
question-line-waiting = { $number } · « { $words } » – réponse d'ici le { $due }
refused-too-many-questions = Vous avez posé { $limit } questions en un jour, c'est le maximum pour une personne. Continuez demain.
refused-no-such-question = Il n'y a pas de question Q{ $number }.
refused-question-answered = Q{ $number } a déjà reçu une réponse.
refused-draft-not-written = On ne peut pas écrire dans le dossier de la ville ({ $why }). Adressez-vous à qui fait tourner Agora.
notice-question-answered =
    📬 { $department } répond à votre question { $number } « { $question } » :

    « { $words } »

answering-queue = { $count ->
    [0] Aucune question n'attend de réponse.
    [one] { $count } question attend une réponse :
   *[other] { $count } questions attendent une réponse, la plus pressée d'abord :
}
answering-line = { $number } · « { $words } », due le { $due }
answering-head = ❓ { $number } ({ $language })
answering-due = { $department }, réponse promise d'ici le { $due }
answering-answered = Répondu : « { $words } »
answering-answer = Répondre
answering-give = Confier à …
answering-keep = Ajouter aux réponses écrites
answering-words = Votre réponse à { $number } ? Elle part au nom du service.
answering-preview = Ceci part à qui a posé { $number } (la personne écrit en { $language }) :
answering-to = Quel service le sait ?
answering-given = { $number } est transmise au service.
answering-sent = { $number } a sa réponse. D'autres poseront-ils la même question ? Une pression l'écrit comme brouillon à relire.
answering-kept = Écrit dans { $file }. On la citera quand quelqu'un l'aura relue et déplacée.
answering-headline-new = Une question à la mairie
answering-headline-late = Une question est en retard
