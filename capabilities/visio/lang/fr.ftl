visio-title = Salles
# used: visio-kind-*
visio-kind-demande = Une demande d’aide
visio-kind-rencontre = Une rencontre
visio-kind-libre = Une salle
visio-none = Aucune salle en ce moment
visio-none-text = Quand un adulte t’invite dans une salle, elle est ici.
visio-with = avec { $name }
visio-state-closed = Finie
visio-go = Entrer
visio-see = Voir
visio-ready = La salle « { $title } » est ouverte
visio-ready-ticket = Ton professeur t’attend dans la salle
visio-ready-class = La salle « { $title } » est ouverte, on t’attend
visio-ready-all = Voir les { $n } salles ouvertes
visio-past = Les salles d’avant
visio-past-came = { $n ->
    [0] personne n’est venu
    [one] 1 élève est venu
   *[other] { $n } élèves sont venus
  }
visio-new = Ouvrir une salle
visio-no-class = Aucune classe pour laquelle ouvrir une salle.
visio-class = Pour quelle classe ?
visio-class-hint = Ses élèves y sont attendus. Personne d’autre ne peut entrer.
visio-room-title = Comment s’appelle-t-elle ? (si vous voulez)
visio-make = Ouvrir la salle
visio-choose-class = Choisissez une classe.
visio-stage = La salle
visio-over = Cette salle est finie
visio-over-text = Ce qui s’y est dit n’a pas été enregistré.
visio-voice = La ligne ne tient pas : laisser un message vocal
visio-voice-text = Il est gardé sur cet appareil, et part dès que la ligne revient. L’adulte l’entend dans ta demande.
visio-voice-label = Message vocal, une minute au plus
visio-voice-send = Envoyer le message vocal
visio-noscript = La salle ne peut pas s’ouvrir sur cet appareil
visio-noscript-text = Sans lui, pas de son ni d’image. Tu peux demander qu’on t’appelle :
visio-noscript-adult = Sans lui, pas de son ni d’image. Le téléphone et les messages du bureau d’aide marchent sans.
visio-noscript-link = demander de l’aide
visio-noscript-try = L’essai a besoin de JavaScript.
visio-open-first = Personne n’entre avant vous
visio-open = Ouvrir la salle
visio-refused-adult = Tu es bien à la porte. La salle s’ouvre toute seule dès que l’adulte y est.
visio-refused-lobby = L’adulte sait que tu es là. Il va te faire entrer.
visio-refused-removed = L’adulte t’a fait sortir de cette salle.
visio-refused-closed = Cette salle est finie.
visio-refused-token = Tu es déjà dans la salle sur un autre appareil, ou la page est restée ouverte trop longtemps. Ouvre-la de nouveau.
visio-refused-full = Toutes les places sont prises. Préviens l’adulte.
visio-refused-browser = Ce navigateur ne sait pas entrer dans la salle.
visio-refused-unserved = Ce serveur n’a pas de salle en ce moment.
visio-refused-elsewhere = Les autres sont dans cette salle par un autre serveur de la plateforme, que ce navigateur n’a pas trouvé. Charger la page une nouvelle fois ; si cela continue, prévenir l’adulte.
visio-refused-parting = Le serveur redémarre. On revient dans la salle dans un instant, sans rien faire.
visio-at-door = { $n ->
    [one] 1 personne attend à la porte
   *[other] { $n } personnes attendent à la porte
  }
visio-admit = Faire entrer
visio-admit-all = Faire entrer tout le monde
# used: visio-shape-*
visio-shape-abcd = A, B, C ou D ?
visio-shape-oui-non = Oui ou non ?
visio-shape-jauge = Ça va ou perdu ?
# used: visio-answer-*
visio-answer-a = A
visio-answer-b = B
visio-answer-c = C
visio-answer-d = D
visio-answer-oui = Oui
visio-answer-non = Non
visio-answer-ca-va = Ça va
visio-answer-perdu = Je suis perdu
visio-poll-question = Une question à tous
visio-poll-end = Finir la question
visio-hand = main levée
visio-hand-up = Lever la main
visio-hand-down = Baisser la main ({ $n }e)
visio-hand-seen = Donner la parole
visio-hands = { $n ->
    [one] 1 main levée
   *[other] { $n } mains levées
  }
# used: visio-hears-*
visio-hears-entendu = J’entends bien
visio-hears-pas-entendu = Je n’entends pas
visio-hears-perdu = Je suis perdu
visio-hears-well = { $n } entendent bien
visio-hears-badly = { $n } n’entendent pas
visio-hears-lost = { $n } perdus
visio-shy-on = Montrer ma caméra à l’adulte seulement
visio-shy-off = Montrer ma caméra à tous
visio-teams = Groupes
visio-teams-n = { $n } groupes
visio-teams-back = Tous ensemble
visio-team = groupe { $n }
visio-your-team = Groupe { $n } : on ne s’entend qu’entre membres du groupe, et l’adulte peut venir.
visio-visit = Aller dans
visio-visit-all = tous les groupes, pour parler
visio-people = { $n ->
    [0] Personne dans la salle
    [one] 1 personne dans la salle
   *[other] { $n } personnes dans la salle
  }
visio-you = (moi)
visio-adult = adulte
visio-muted = micro coupé
# used: visio-seat-*
visio-seat-expected = sa place est prête
visio-seat-lobby = à la porte
visio-seat-admitted = arrive
visio-seat-in = dans la salle
visio-seat-out = sorti
visio-seat-removed = exclu
visio-since = Depuis { $time }, { $n } min
visio-about = Agir
visio-silence = Couper le micro
visio-speech = Rendre le micro
visio-silence-all = Couper les micros
visio-speech-all = Rendre les micros
visio-picture = Permettre la caméra
visio-no-picture = Couper la caméra
visio-screen = Permettre l’écran
visio-no-screen = Couper l’écran
visio-remove = Faire sortir
visio-back = Laisser revenir
visio-lines = Messages
visio-lines-none = Rien d’écrit pour l’instant. Tout le monde lit ce qui s’écrit ici.
visio-write = Écrire à tous
visio-send = Envoyer
visio-pad = Le cahier de la salle
visio-pad-write = Ce que tout le monde lit
visio-pad-keep = Garder
visio-pad-empty = Le cahier est vide.
visio-pad-open = Les élèves écrivent aussi dans le cahier
visio-hold = Conduire la salle
visio-cameras = Les caméras des élèves
# used: visio-cameras-*
visio-cameras-tous = Vues de tous
visio-cameras-adulte = Vues de l’adulte seulement
visio-cameras-aucune = Éteintes
visio-lobby = Faire entrer chacun à la porte
visio-keep = Garder ces réglages
visio-close = Finir pour tous
visio-register = Présences
visio-register-caption = Qui était là, et combien de temps
visio-who = Qui
visio-came = Arrivée
visio-left = Départ
visio-minutes = Minutes
visio-report = Signaler
visio-report-text = Quelque chose ne va pas ? Un adulte du collège, qui n’est pas dans cette salle, va regarder.
visio-report-what = Ce qui s’est passé (si tu veux)
visio-report-send = Prévenir un adulte
visio-report-line = Signaler ce message
visio-reports = Signalements des salles
visio-reports-none = Aucun signalement
visio-reports-none-text = Rien n’attend d’être regardé.
visio-reported-by = Signalé par { $name }
visio-handled = C’est regardé
visio-try = Essayer mon micro et ma ligne
visio-try-text = Rien n’est enregistré. L’essai dure dix secondes : parle pendant ce temps.
# used: visio-try-*
visio-try-begin = Commencer l’essai
visio-try-again = Recommencer
visio-try-going = L’essai est en cours. Dis quelques mots.
visio-try-mic-good = Le micro entend bien.
visio-try-mic-low = Le micro n’entend presque rien. Rapproche-toi, ou vérifie qu’il n’est pas coupé.
visio-try-mic-none = Ton micro ne marche pas ici. Appuie sur le petit micro en haut de l’écran et choisis « Autoriser », ou demande qu’on t’appelle.
visio-try-camera-good = La caméra marche.
visio-try-camera-none = Pas de caméra. Ce n’est pas grave : la voix suffit.
visio-try-line-good = La ligne est bonne.
visio-try-line-fair = La ligne suffit pour la voix. Laisse la caméra éteinte.
visio-try-line-poor = La ligne est faible. Essaie plus près de la box, ou demande qu’on t’appelle.
visio-try-line-none = Pas de ligne en ce moment.
visio-try-browser = Ce navigateur est trop vieux pour une salle. Demande qu’on t’appelle.
# used: visio-js-*
visio-js-mic-on = ouvert
visio-js-mic-off = fermé
visio-js-camera-on = allumée
visio-js-camera-off = éteinte
visio-js-screen-on = en cours
visio-js-large = Voir # en grand
visio-js-screen-off = mon écran
visio-js-voice-only = La voix seulement
visio-js-with-video = Avec les images
visio-js-leave = Quitter
visio-js-you = Moi
visio-js-speaking = en train de parler
visio-js-muted = L’adulte a coupé les micros. On peut lever la main.
visio-js-connecting = On entre dans la salle.
visio-js-connected = Dans la salle.
visio-js-again = La ligne est coupée. On revient dans la salle.
visio-js-parting = Le serveur redémarre. On revient dans la salle dans un instant, sans rien faire.
visio-js-slow = La ligne est faible : « La voix seulement » aide.
visio-js-no-mic = Le micro n’est pas ouvert : on entend, mais on n’est pas entendu. Le message écrit marche.
visio-js-no-camera = La caméra ne s’ouvre pas. La voix suffit.
visio-js-audio-auto = La ligne ne porte plus les images. La voix continue.
visio-js-call-back = Demander qu’on m’appelle, ou laisser un message vocal
visio-js-not-allowed = Ce n’est pas permis dans cette salle.
visio-js-lost-text = La salle ne répond pas.
visio-js-screen-of = L’écran de #
visio-elsewhere = Entrer dans la salle
visio-knock = Frapper à la porte
visio-servers = Les serveurs des salles
visio-servers-text = Une salle est servie par le choix le plus proche : celui de l’établissement, sinon celui d’au-dessus, sinon par cette plateforme elle-même.
visio-servers-none = Aucun choix : les salles sont servies ici.
visio-server-unit = Pour qui ?
visio-server-purpose = Pour quelles salles ?
visio-purpose-all = toutes les salles
visio-server-kind = Quel serveur ?
# used: visio-server-*
visio-server-embedded = Cette plateforme
visio-server-bigbluebutton = BigBlueButton
visio-server-jitsi = Jitsi
visio-server-galene = Galène
visio-server-lien = Un lien
visio-server-url = Son adresse
visio-server-url-hint = Elle commence par https://. Pour BigBlueButton, elle finit par /bigbluebutton/api.
visio-server-name = Le nom qu’il nous donne
visio-server-name-hint = Jitsi : app_id. Galène : le nom de l’administrateur. Les autres : rien.
visio-server-secret = Le secret partagé
visio-server-secret-hint = Il n’est plus jamais montré. Laissé vide, il reste celui d’avant, si le serveur est le même.
visio-server-keep = Garder ce choix
visio-server-https = L’adresse doit commencer par https://.
visio-server-named = L’adresse ne doit contenir ni nom ni mot de passe.
visio-server-closed = Cette adresse mène à un réseau privé, que cette plateforme n’interroge pas. L’exploitant peut l’ouvrir.
visio-server-secret-again = Le secret est à saisir : il est propre à chaque serveur.
visio-server-unopened = Secret à saisir de nouveau
visio-trail-first = premier choix
visio-trail-kind = autre serveur
visio-trail-address = nouvelle adresse
visio-trail-name = nouveau nom
visio-trail-secret = nouveau secret
visio-trail-secret-kept = secret gardé
visio-trail-secret-gone = secret effacé
visio-absent = { $n ->
    [one] 1 personne attendue n’est pas venue
   *[other] { $n } personnes attendues ne sont pas venues
  }
visio-way-rooms = Les salles vidéo
# used: visio-card-*
# used: visio-turn-*
visio-turn-open = { $about } attend dans la salle.
visio-turn-open-do = Entrer
visio-turn-door = { $n ->
    [one] Quelqu’un attend à la porte de la salle.
   *[other] { $n } personnes attendent à la porte de la salle.
 }
visio-turn-door-do = Entrer
visio-card-report = { $n ->
    [one] Un signalement dans une salle vidéo
   *[other] { $n } signalements dans des salles vidéo
 }
visio-card-report-more = Depuis { $since }
visio-card-report-do = Regarder
# used: visio-treatment-*
visio-treatment-rooms = Salles à distance
visio-treatment-rooms-for = Travailler ensemble à distance. Rien n’est enregistré de l’image ni du son.
visio-treatment-rooms-whom = Élèves et adultes attendus dans une salle.
visio-treatment-rooms-what = Qui était attendu et présent, messages écrits, réponses aux questions, signalements.
visio-treatment-rooms-kept = Messages : trente jours après la fermeture, ou aussi longtemps que leur signalement. Réponses : trente jours. Présences : 400 jours.
visio-ready-soon = La salle « { $title } » va s’ouvrir
visio-ready-soon-text = Installe-toi : dès que l’adulte y est, elle s’ouvre toute seule.
visio-controls = Commandes
visio-beside = À côté de la salle
visio-enter-heard = Entrer, micro ouvert
visio-enter-quiet = Entrer, micro fermé
visio-door-out = La porte est fermée
visio-door-yours = Votre salle est prête
visio-door-yours-text = Entrez : elle s’ouvre à ceux qui sont attendus.
visio-door-open = Votre salle est ouverte
visio-door-open-text = On y entre une fois que vous y êtes.
visio-door-soon = { $name } arrive
visio-door-soon-text = La salle s’ouvre toute seule dès que l’adulte y est.
visio-door-there = { $name } est dans la salle
visio-door-there-text = Il n’y a plus qu’à entrer.
visio-door-knock-text = L’adulte ouvre la porte à chacun.
visio-early = { $n ->
    [one] { $names } attend. La porte s’ouvre quand vous entrez.
   *[other] { $n } personnes attendent : { $names }. La porte s’ouvre quand vous entrez.
  }
visio-meanwhile = En attendant
visio-meanwhile-book = Un cahier et un crayon à portée de main.
visio-meanwhile-sound = Le son : « bonjour », et la barre bouge.
visio-level = Niveau de la voix
visio-hand-since = { $n ->
    [0] à l’instant
   *[other] depuis { $n } min
  }
visio-poll-secret = Les noms ne sont pas montrés.
visio-from-desk = Les demandes
visio-from-ticket = Ma demande
visio-from-week = La semaine
visio-js-waiting = On attend l’adulte
visio-js-mic = Micro
visio-js-camera = Caméra
visio-js-screen = Partager
visio-js-hand = Main
visio-js-hand-on = levée, #
visio-js-hand-off = baissée
visio-js-floor = L’adulte te donne la parole. Ouvre ton micro.
visio-js-more = Plus
visio-js-more-on = ouvert
visio-js-more-off = écrire, voter
visio-js-silence = Couper
visio-js-silence-all = tous les micros
visio-js-leave-where = revenir
visio-js-back = Retour
visio-js-minutes = # min
visio-js-listen = M’écouter
visio-js-listening = Trois secondes : dis quelque chose.
visio-js-playing = Voilà comment on t’entend.
visio-js-heard-well = On t’entend bien.
visio-js-heard-low = On t’entend à peine. Rapproche-toi du micro, ou vérifie qu’il n’est pas coupé.
visio-said-open = La salle est ouverte à ceux qui sont attendus. Entrez quand vous voulez.
visio-said-closed = La salle est finie pour tous.
visio-said-in = { $n ->
    [0] Personne n’attendait plus à la porte.
    [one] C’est fait : 1 personne peut entrer.
   *[other] C’est fait : { $n } personnes peuvent entrer.
  }
visio-said-silence-all = Les micros des élèves sont coupés.
visio-said-speech-all = Les élèves peuvent rouvrir leur micro.
visio-said-silence = Le micro de { $name } est coupé.
visio-said-speech = { $name } peut rouvrir son micro.
visio-said-no-picture = La caméra de { $name } est coupée.
visio-said-picture = { $name } peut allumer sa caméra.
visio-said-screen = { $name } peut montrer son écran.
visio-said-no-screen = { $name } ne montre plus son écran.
visio-said-floor = { $name } a la parole.
visio-said-back = { $name } peut revenir sans attendre à la porte.
visio-said-removed = { $name } est hors de la salle, et ne peut pas revenir sans vous.
visio-said-settings = Les réglages de la salle sont gardés.
visio-said-asked = La question est posée à tous.
visio-said-poll-end = La question est finie.
visio-said-teams = { $n ->
    [0] Tout le monde est de nouveau ensemble.
   *[other] { $n } groupes sont faits. Chacun n’entend que le sien.
  }
visio-said-visit = { $n ->
    [0] Vous parlez à tous les groupes.
   *[other] Vous êtes dans le groupe { $n }.
  }
visio-said-hand-up = Ta main est levée. L’adulte la voit.
visio-said-hand-down = Ta main est baissée.
visio-said-hears = L’adulte sait comment tu suis.
visio-said-shy = Ta caméra n’est vue que de l’adulte.
visio-said-seen = Ta caméra est vue comme la salle le permet.
visio-said-line = C’est écrit. Toute la salle le lit.
visio-said-line-empty = Rien n’était écrit : rien n’est envoyé.
visio-said-vote = Ta réponse est comptée.
visio-said-vote-late = La question est finie : ta réponse n’a pas été comptée.
visio-said-pad = Le cahier est gardé. Toute la salle le lit.
visio-said-pad-merged = Le cahier est gardé. Quelqu’un y écrivait aussi : ses lignes d’abord, les nouvelles ensuite.
visio-said-reported = C’est signalé. Un adulte du collège, qui n’est pas dans cette salle, va regarder.
visio-said-handled = C’est marqué comme regardé.
visio-said-server = Le choix du serveur est gardé. Il vaut pour les prochaines salles.
visio-said-left = Tu as quitté la salle.
visio-said-left-adult = Vous avez quitté la salle. Sans adulte, elle se vide au bout de deux minutes.
visio-close-ask = Finir la salle
visio-close-what = Tout le monde sort, et personne ne peut y revenir. Les messages et le cahier ne se lisent plus.
visio-no-class-chosen = La salle n’est pas encore ouverte
visio-server-unkept = Le choix n’est pas gardé
visio-mic-open = Le micro sera ouvert.
visio-mic-shut = Le micro sera fermé.
visio-enter-wait = Attendre à la porte
