# Lo que dice una imagen enviada como archivo.

picture-place = Según su imagen, se tomó { $place }. ¿Uso ese lugar?
picture-place-yes = Sí
picture-place-no = No
picture-heic = No puedo abrir imágenes en formato HEIC. Envíela otra vez como foto, no como archivo; así el personal podrá verla.
    .sms = No puedo abrir esta imagen (HEIC). Envíela en JPEG o dígamelo con palabras.
picture-broken = No consigo abrir este archivo como imagen; puede estar dañado. Envíela otra vez como foto, por favor.
    .sms = No consigo abrir esta imagen. Envíela otra vez o dígamelo con palabras.
picture-too-big = Este archivo pasa de 20 MB y no puedo recibirlo. Envíelo otra vez como foto, no como archivo.
    .sms = Esta imagen es demasiado grande para mí. Envíe una más pequeña o dígamelo con palabras.
unsupported-file = No puedo abrir este tipo de archivo. Palabras, imágenes (JPEG, PNG, WebP) y su ubicación, sí.
