# Los idiomas, cada uno por su propio nombre en todos los idiomas.

language-en = English
language-fr = Français
language-es = Español
language-which = ¿Qué idioma prefiere?
language-chosen = Le hablaré en español.
language-not-spoken = Lo siento, no hablo ese idioma.
