shell-skip = Aller au contenu
shell-nav = Principal
# used: shell-entry-*
shell-entry-today = Aujourd’hui
shell-entry-week = Semaine
shell-entry-help = Aide
shell-entry-children = Enfants
shell-entry-groups = Groupes
shell-entry-school = École
shell-entry-territory = Territoire
shell-entry-programmes = Programmes
shell-entry-messages = Messages
shell-ways = Autres pages
shell-entry-waits = à voir
shell-find = Chercher partout
shell-find-what = Chercher une personne, une classe, une page
shell-find-word = Chercher
shell-account = , mon compte
shell-home = Retour à l’accueil
shell-accessibility = Accessibilité : partiellement conforme
shell-data = Données personnelles
shell-help = Aide
shell-language = Langue
shell-demo = Démonstration : les personnes sont inventées, les écoles sont vraies.
shell-offline = Pas de réseau
shell-offline-text = Ce qui est écrit ici partira tout seul. Rien n’est perdu.
shell-page-kept = Page gardée à { $time }
shell-page-kept-on = Page gardée { $date } à { $time }
shell-away = Cette page n’est pas gardée ici
shell-away-text = Il n’y a pas de réseau. Elle s’ouvrira quand il reviendra.
shell-away-kept = Les pages gardées sur cet appareil
shell-unsent = N’a pas pu partir
shell-leave = Un message n’est pas encore parti. Si tu sors maintenant, il est effacé de cet appareil. Sortir quand même ?
shell-pending = Pas encore parti
shell-sending = Envoi en cours
shell-lost = Pas encore envoyé :
shell-look-again = Voir s’il y a du nouveau
shell-kept = Ton message est gardé sur cet appareil. Entre avec ta carte pour l’envoyer.
shell-left = { $n } signes restants
shell-record = Enregistrer ma voix
shell-stop = Arrêter
shell-erase = Effacer
shell-quiet = On n’entend presque rien : plus près du micro, c’est mieux.
shell-unread = Ce fichier ne se lit pas ici : il n’est pas gardé.
shell-heic = Cette photo est au format HEIC, que ce navigateur ne sait pas lire : elle n’est pas gardée. Une capture d’écran de la photo convient.
shell-nomic = Le micro n’est pas disponible : un fichier convient aussi.
shell-film = Filmer une demi-minute
shell-nocamera = La caméra n’est pas disponible : tu peux choisir un fichier.
shell-to-mend = { $n ->
    [one] Une chose à corriger
   *[other] Il y a { $n } choses à corriger
 }
shell-not-found = Cette page n’est pas là
shell-not-found-text = L’adresse est fausse, ou la page n’est pas pour vous.
shell-forbidden = Ce n’est pas possible ici
shell-forbidden-text = Vous pouvez lire cette page, mais pas la changer.
shell-not-yet = C’est trop tôt pour signer
shell-not-yet-text = Votre carte vient d’être refaite. Pour que personne ne signe à votre place, elle ne signe rien avant { $when }. D’ici là, vous pouvez tout lire. Rien n’a été envoyé.
shell-stale = La page était trop vieille
shell-stale-text = La page est restée ouverte trop longtemps. Rien n’a été envoyé. Ouvrez-la de nouveau et recommencez.
shell-unreadable = L’envoi n’a pas pu être lu
shell-unreadable-text = Il est peut-être trop lourd. Essayez avec moins de photos.
shell-file-unknown = Il faut une photo (JPEG, PNG, WebP, GIF), un son (MP3, M4A, AAC, WAV, Ogg, WebM) ou une vidéo courte (MP4, WebM). Rien n’a été envoyé.
shell-file-old = Cet enregistrement ne peut pas être lu sur tous les appareils (AMR, par exemple). Il faut un son MP3, M4A, AAC, WAV, Ogg ou WebM, ou une vidéo MP4 ou WebM. Rien n’a été envoyé.
shell-file-empty = Le fichier est vide. Il faut en choisir un autre. Rien n’a été envoyé.
shell-file-empty-picture = La photo est vide. Il faut en choisir une autre. Rien n’a été envoyé.
shell-file-empty-sound = Le son est vide. Il faut en choisir un autre. Rien n’a été envoyé.
shell-file-empty-film = La vidéo est vide. Il faut en choisir une autre. Rien n’a été envoyé.
shell-file-picture-cut = La photo n’est pas arrivée entière. Il faut la choisir de nouveau, ou une autre. Rien n’a été envoyé.
shell-file-recording-cut = L’enregistrement n’est pas arrivé entier. Il faut le refaire, ou choisir un autre fichier. Rien n’a été envoyé.
shell-file-picture-large = La photo dépasse 8 Mo. Il en faut une plus petite. Rien n’a été envoyé.
shell-file-picture-vast = La photo a plus de 64 millions de pixels. Il en faut une plus petite. Rien n’a été envoyé.
shell-file-sound-large = Le son dépasse 3 Mo. Il en faut un plus court. Rien n’a été envoyé.
shell-file-film-large = La vidéo dépasse 8 Mo. Il en faut une plus courte. Rien n’a été envoyé.
shell-file-no-table = Il faut un tableau : un classeur (.xlsx, .ods) ou un fichier CSV. Rien n’a été envoyé.
shell-file-table-large = Le tableau dépasse 8 Mo. Il faut l’envoyer en plusieurs fichiers. Rien n’a été envoyé.
shell-ours = C’est notre faute
shell-ours-text = Quelque chose a cassé chez nous. Nous le savons. Réessayez dans une minute.
shell-strange = Un signe ne passe pas
shell-strange-text = L’adresse ou le texte contient un signe qu’aucun clavier n’a. Rien n’a été envoyé.
shell-no-text = Un texte ne peut pas être lu
shell-no-text-text = L’adresse ou le texte est écrit dans un codage que nous ne lisons pas. Rien n’a été envoyé.
shell-no-text-field = Des signes ne pouvaient pas être lus ici. Ils sont retirés : relisez, puis envoyez.
shell-long = Le texte est trop long
shell-long-text = Il y a plus de texte qu’un envoi n’en prend. Rien n’a été envoyé.
shell-long-field = Le texte est trop long : seul le début est ici. Raccourcissez-le, puis envoyez.
shell-strange-field = Un signe invisible, qu’aucun clavier n’a, était ici. Il est retiré : relisez, puis envoyez.
shell-slow = L’envoi a pris trop de temps
shell-slow-text = La ligne s’est tue. Rien n’a été envoyé. Revenez en arrière et recommencez, avec moins de photos si la ligne est lente.
shell-later = Attendez un peu
shell-later-bytes = Trop de photos, de sons ou de vidéos sont partis d’ici depuis une heure. Rien n’a été envoyé. Réessayez plus tard, ou envoyez le texte seul.
shell-later-address = Trop d’envois arrivent en même temps de chez vous. Rien n’a été envoyé. Réessayez dans une minute.
shell-later-all = Trop de photos arrivent en même temps chez nous. Rien n’a été envoyé. Réessayez dans une minute.
shell-full = Rien ne peut être enregistré en ce moment
shell-full-text = Cela vient de chez nous, et nous le savons. Rien n’a été envoyé. Réessayez dans quelques minutes.
shell-again = Ce n’est pas encore parti
shell-again-signed = La session était finie. Voici ce qui était écrit : relisez, puis envoyez.
shell-again-stale = La page était trop vieille. Voici ce qui était écrit : relisez, puis envoyez.
shell-again-strange = Un signe invisible, qu’aucun clavier n’a, était dans le texte. Il est retiré : relisez, puis envoyez.
shell-again-no-text = Des signes ne pouvaient pas être lus. Ils sont retirés : relisez, puis envoyez.
shell-again-long = Un texte est trop long, rien n’est parti. Voici ce qui en est gardé : raccourcissez-le, puis envoyez.
shell-again-heavy = Les photos, les sons et les vidéos étaient trop lourds ensemble. Voici ce qui était écrit : choisissez-en moins, puis envoyez.
shell-again-full = Rien ne peut être enregistré en ce moment. Voici ce qui était écrit : laissez cette page ouverte, et envoyez dans quelques minutes.
shell-again-ours = Quelque chose a cassé chez nous. Nous le savons. Voici ce qui était écrit : envoyez de nouveau dans une minute.
shell-again-words = Ce qui était écrit
shell-again-chosen = Les choix faits sur la page partent avec.
shell-again-files = Les photos, les sons et les vidéos ne sont pas gardés : il faudra les choisir de nouveau.
shell-again-send = Envoyer
shell-again-drop = Effacer ce texte
shell-time = { $h } h { $m }
shell-day-1 = lundi
shell-day-2 = mardi
shell-day-3 = mercredi
shell-day-4 = jeudi
shell-day-5 = vendredi
shell-day-6 = samedi
shell-day-7 = dimanche
shell-month-1 = janvier
shell-month-2 = février
shell-month-3 = mars
shell-month-4 = avril
shell-month-5 = mai
shell-month-6 = juin
shell-month-7 = juillet
shell-month-8 = août
shell-month-9 = septembre
shell-month-10 = octobre
shell-month-11 = novembre
shell-month-12 = décembre
shell-date = { $n ->
    [1] { $day } 1er { $month }
   *[other] { $day } { $n } { $month }
 }
shell-date-year = { $n ->
    [1] { $day } 1er { $month } { $year }
   *[other] { $day } { $n } { $month } { $year }
 }
shell-born = { $n ->
    [1] 1er { $month } { $year }
   *[other] { $n } { $month } { $year }
 }
shell-rank-end = { $n ->
    [1] er
   *[other] e
 }
shell-rank-guess = Place estimée à { $time }
shell-more = { $n ->
    [1] Voir le suivant
   *[other] Voir les { $n } suivants
 }
shell-bench = La file
shell-bench-other = Un élève
shell-bench-you = Toi
shell-pages = Pages
shell-pages-rows = { $from } à { $to } sur { $count }
shell-page-before = Page d’avant
shell-page-after = Page d’après
shell-counted-at = Compté à { $time }.
shell-narrow = { $count ->
    [0] Aucun nom ne commence ainsi.
    [1] Un seul nom.
   *[other] { $n } noms sur { $count } sont ici : cherchez les autres par leur début.
 }
shell-narrow-name = Le nom commence par
# used: shell-day-* shell-month-* shell-file-* shell-later-* shell-again-*
# used: web-treatment-*
web-treatment-sending = Envois en cours
web-treatment-sending-for = Que rien de ce qui est écrit ne se perde, même sur une mauvaise ligne, et ne soit compté deux fois.
web-treatment-sending-whom = Toute personne connectée.
web-treatment-sending-what = Ce qui était écrit quand la session s’est terminée, les fichiers en cours d’envoi, les travaux qui attendent leur tour.
shell-kept-image = Photo gardée
shell-kept-audio = Message vocal gardé
shell-kept-video = Vidéo gardée
shell-kept-application = Fichier gardé
# used: shell-kept-*
shell-undo = Annuler
# used: shell-turn-*
shell-turn-pupil = C’est à toi, { $name }.
shell-turn-adult = On vous attend.
shell-said-language = C’est fait : les pages sont maintenant en français.
shell-said-thrown = C’est fait : ce texte est jeté, rien n’a été envoyé.
shell-lasts-minutes = { $m } min
shell-lasts-hours = { $h } h
shell-lasts = { $h } h { $m }
