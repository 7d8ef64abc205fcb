# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
shell-skip = Aller au texte
shell-nav = Menu
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
shell-account = , mon compte
shell-home = Retour à la première page
shell-accessibility = Accessibilité : en partie conforme
shell-data = Informations personnelles
shell-help = Aide
shell-language = Langue
shell-demo = Ceci est un essai. Les personnes sont inventées. Les écoles sont vraies.
shell-offline = Il n’y a pas internet
shell-offline-text = Internet va revenir. Votre message partira. Rien n’est perdu.
shell-page-kept = Page de { $time }
shell-page-kept-on = Page de { $date }, { $time }
shell-away = Cette page a besoin d’internet
shell-away-text = Il n’y a pas internet. La page s’ouvrira quand internet va revenir.
shell-away-kept = Les pages gardées sur cet appareil
shell-unsent = Le message n’est pas parti
shell-leave = Un message n’est pas parti. Si vous sortez, le message est effacé. Voulez-vous sortir ?
shell-pending = Pas encore envoyé
shell-sending = Le message part
shell-lost = Pas encore envoyé :
shell-look-again = Voir s’il y a du nouveau
shell-kept = Le message n’est pas parti. Entrez encore. Le message partira.
shell-left = Vous pouvez encore écrire { $n } signes
shell-record = Parler au lieu d’écrire
shell-stop = Arrêter
shell-erase = Effacer
shell-quiet = Nous n’entendons presque rien. Approchez-vous du micro.
shell-unread = Ce fichier ne marche pas ici. Il n’est pas gardé.
shell-heic = Cette photo (HEIC) ne marche pas ici. Faites une capture d’écran de la photo.
shell-nomic = Le micro ne marche pas. Vous pouvez choisir un fichier.
shell-film = Filmer 30 secondes
shell-nocamera = La caméra ne marche pas. Vous pouvez choisir un fichier.
shell-to-mend = { $n ->
    [one] 1 chose à corriger
   *[other] Il y a { $n } choses à corriger
 }
shell-not-found = Cette page n’est pas là
shell-not-found-text = L’adresse est fausse. Ou la page n’est pas pour vous.
shell-forbidden = Ce n’est pas possible ici
shell-forbidden-text = Vous pouvez lire. Vous ne pouvez pas changer.
shell-not-yet = C’est trop tôt pour signer
shell-not-yet-text = Vous avez une nouvelle carte. Vous pouvez tout lire. Vous pourrez signer à partir de : { $when }. Rien n’est parti.
shell-stale = La page est trop vieille
shell-stale-text = Rien n’est parti. Fermez la page. Ouvrez la page encore. Recommencez.
shell-unreadable = Nous n’avons pas pu lire
shell-unreadable-text = C’est peut-être trop grand. Envoyez moins de photos.
shell-file-unknown = Il faut une photo, un son ou une petite vidéo. Rien n’est parti.
shell-file-empty = Le fichier est vide. Choisissez un autre fichier. Rien n’est parti.
shell-file-empty-picture = La photo est vide. Choisissez une autre photo. Rien n’est parti.
shell-file-picture-cut = La photo n’est pas arrivée. Choisissez la photo encore. Rien n’est parti.
shell-file-picture-large = La photo est trop grande. Choisissez une photo plus petite. Rien n’est parti.
shell-file-picture-vast = La photo est trop grande. Choisissez une photo plus petite. Rien n’est parti.
shell-ours = Le problème vient de nous
shell-ours-text = Quelque chose ne marche pas chez nous. Essayez encore dans 1 minute.
shell-strange = Un signe ne passe pas
shell-strange-text = Il y a un signe inconnu dans le texte. Rien n’est parti.
shell-no-text = Nous ne pouvons pas lire le texte
shell-no-text-text = Le texte est écrit d’une façon inconnue. Rien n’est parti.
shell-no-text-field = Des signes étaient inconnus. Ils sont enlevés. Relisez, puis envoyez.
shell-long = Le texte est trop long
shell-long-text = Il y a trop de texte. Rien n’est parti.
shell-long-field = Le texte est trop long. Il manque la fin. Écrivez moins, puis envoyez.
shell-strange-field = Un signe était inconnu. Il est enlevé. Relisez, puis envoyez.
shell-slow = L’envoi était trop long
shell-slow-text = Internet s’est arrêté. Rien n’est parti. Recommencez avec moins de photos.
shell-later = Attendez un peu
shell-later-bytes = Trop de photos ou de sons sont partis depuis 1 heure. Rien n’est parti. Essayez plus tard.
shell-later-address = Trop de messages partent de chez vous. Rien n’est parti. Essayez encore dans 1 minute.
shell-later-all = Trop de photos arrivent en même temps. Rien n’est parti. Essayez encore dans 1 minute.
shell-full = Nous ne pouvons rien garder maintenant
shell-full-text = Le problème vient de nous. Rien n’est parti. Essayez encore dans quelques minutes.
shell-again = Le message n’est pas encore parti
shell-again-signed = Il fallait entrer encore. Voici votre texte. Relisez, puis envoyez.
shell-again-stale = La page était trop vieille. Voici votre texte. Relisez, puis envoyez.
shell-again-words = Votre texte
shell-again-chosen = Vous avez aussi choisi :
shell-again-files = Il faut choisir encore les photos et les sons.
shell-again-send = Envoyer
shell-again-drop = Effacer ce texte
shell-time = { $h } h { $m }
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
shell-more = { $n ->
    [1] Voir 1 de plus
   *[other] Voir { $n } de plus
 }
shell-pages = Pages
shell-pages-rows = { $from } à { $to } sur { $count }
shell-page-before = Page d’avant
shell-page-after = Page d’après
shell-kept-image = Photo gardée
shell-kept-audio = Son gardé
shell-kept-video = Vidéo gardée
shell-kept-application = Fichier gardé
shell-undo = Annuler
shell-turn-adult = Quelqu’un vous attend.
shell-said-language = C’est fait. Les pages sont en français facile.
shell-said-thrown = C’est fait. Le texte est effacé. Rien n’est parti.
shell-lasts-minutes = { $m } min
shell-lasts-hours = { $h } h
shell-lasts = { $h } h { $m }
