# Las votaciones vistas por el personal: fases, estudio, inscripción, obras.

vote-staff-waiting = { $count ->
    [one] { $count } proyecto espera su estudio.
   *[other] { $count } proyectos esperan su estudio.
}
vote-staff-ideas = Recoger ideas
vote-staff-review = Empezar el estudio
vote-staff-proposals = Traer propuestas aceptadas
vote-staff-projects = Estudiar proyectos
vote-staff-publish = Publicar la papeleta
vote-staff-withdraw = Retirar un proyecto
vote-staff-works = Noticias de lo que ganó
vote-staff-entered = { $count ->
    [one] { $count } propuesta es ya un proyecto; se avisa a su autor.
   *[other] { $count } propuestas son ya proyectos; se avisa a sus autores.
}
vote-staff-sure = ¿Publicar { $name } con { $projects } proyectos en { $parts } partes? Después no se podrá cambiar nada.
vote-staff-freeze = Publicar definitivamente
vote-staff-notice-submission = { $vote }: ha empezado el tiempo de las ideas. /votes
vote-staff-notice-review = { $vote }: ha empezado el estudio; { $waiting ->
    [one] espera { $waiting } proyecto.
   *[other] esperan { $waiting } proyectos.
} /votes
vote-staff-notice-stuck = ⚠️ { $vote } debería publicarse ahora y no puede. /votes
vote-staff-notice-published = { $vote } está publicada. Estas huellas la fijan; se vota desde el { $opens }.
vote-staff-notice-opened = { $vote }: se vota hasta el { $closes }.
vote-staff-notice-counted = { $vote } está contada. /votes
vote-alarm-burst = ⚠️ { $hour }: { $count } papeletas en una hora de la noche, { $against } en una hora normal.
vote-alarm-same = ⚠️ { $hour }: { $count } papeletas o más llevan la misma lista: al menos el { $against } % de lo que llegó junto.
vote-alarm-codes = ⚠️ { $hour }: { $count } códigos erróneos en una hora; remitentes que ahora deben esperar: { $against }.
vote-alarm-more = Alarmas anteriores: { $rest }
vote-alarm-notice = { $vote }: conviene mirarlo. Nada se bloquea, cada papeleta cuenta. /votes
vote-review-none = Ningún proyecto espera su estudio.
vote-review-card = { $number } · { $name } ({ $part })
vote-review-how = Escriba cuánto cuesta, por ejemplo 12000, para ponerlo en la papeleta. Después: { $rest }.
vote-review-reject = No puede hacerse
vote-review-later = Queda como está.
vote-review-no-cost = «{ $words }» no es una cantidad mayor que cero.
vote-review-accepted = { $number } · { $name } está en la papeleta por { $cost }; se avisa a su autor.
vote-review-rejected = { $number } · { $name } queda fuera; su autor lee por qué.
vote-review-withdrawn = { $number } · { $name } no se contará; la razón se publica.
vote-reason-rejected = ¿Por qué no puede hacerse { $number } · { $name }? Lo leerá su autor.
vote-reason-withdrawn = ¿Por qué se retira { $number } · { $name }? Cualquiera podrá leerlo.
vote-withdraw-which = ¿Qué proyecto se retira? Escriba su número.
vote-works-which = ¿De cuál hay noticias? Escriba su número.
vote-works-planned = Previsto
vote-works-in-progress = Empezado
vote-works-milestone = Un avance
vote-works-done = Hecho
vote-works-words = Dígalo en una frase: la leerán su autor y quienes votaron en su parte.
vote-works-told = Se les ha avisado.
enrolling-code = ¿Qué código muestra el teléfono de la persona? Lo recibe con /vote.
enrolling-code-unknown = Nadie tiene ese código ahora. Son seis cifras y dura diez minutos: pida uno nuevo.
enrolling-papers = { $vote }: escriba lo que dicen los papeles: documento, fecha de nacimiento, código postal, por ejemplo «AB 123, 1980-12-31, 02124»; o el código de la carta. No se guarda.
enrolling-papers-no-roll = { $vote }: escriba lo que dicen los papeles: documento, fecha de nacimiento, código postal, por ejemplo «AB 123, 1980-12-31, 02124». Solo se guarda una huella.
enrolling-not-on-roll = El censo no conoce a nadie así.
enrolling-unclear-papers = Escriba documento, fecha de nacimiento como AAAA-MM-DD y código postal, separados por comas.
enrolling-done = Inscripción hecha para { $vote }. El registro dice que usted la hizo, no quién era.
enrolling-welcome = ✅ Está inscrito. Para votar: /vote
    .sms = Está inscrito. Para votar, escriba VOTAR y los números.
enrolling-cancelled = No se ha inscrito a nadie.
enrolling-no-vote = Ninguna votación necesita inscripción en persona.
