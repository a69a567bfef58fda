# Les langues, chacune par son propre nom dans toutes les langues.

language-en = English
language-fr = Français
language-es = Español
language-which = Quelle langue préférez-vous ?
language-chosen = Je vous parlerai en français.
language-not-spoken = Désolé, je ne parle pas cette langue.
