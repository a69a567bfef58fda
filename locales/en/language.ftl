# Languages, each called by its own name in every language.

language-en = English
language-fr = Français
language-es = Español
language-which = Which language do you prefer?
language-chosen = I will speak English with you.
language-not-spoken = I'm sorry, I don't speak that language.
