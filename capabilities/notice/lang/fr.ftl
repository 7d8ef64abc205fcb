notice-title = Messages
notice-read-all = J’ai tout lu
notice-none = Pas de message
notice-none-text = Les messages de l’école arrivent ici.
notice-new = Nouveau
notice-write = Écrire à la classe
notice-sent = { $n ->
    [one] Envoyé à 1 élève.
   *[other] Envoyé à { $n } élèves.
 }
notice-later = Le soir, le week-end et pendant les vacances, rien ne dérange les familles : ce message s’affichera { $when }.
notice-text = Votre message
notice-text-hint = Chaque élève de la classe le verra en arrivant. 500 signes au plus.
notice-send = Envoyer à la classe
notice-say-something = Écrivez un message de 500 signes au plus.
# used: notice-channel-*
notice-open = Lire et répondre
notice-mail-subject = { $school } vous écrit
notice-mail-text = { $school } vous écrit. Lisez ici : { $link }
notice-channel = Comment vous joindre
notice-channel-text = Le collège vous écrit peu, jamais le soir, le week-end ni pendant les vacances. Choisissez par où.
notice-channel-way = Où voulez-vous être prévenu ?
notice-channel-platform = Ici, dans mes messages
notice-channel-email = Par e-mail
notice-channel-sms = Par SMS
notice-channel-paper = Sur papier, par mon enfant
notice-channel-address = Votre adresse e-mail
notice-channel-address-hint = Seulement pour l’e-mail. Le message dit quel collège écrit et où lire, rien d’autre.
notice-channel-number = Votre numéro de téléphone
notice-channel-number-hint = Seulement pour le SMS. Exemple : 06 39 98 00 01.
notice-channel-save = Enregistrer
notice-channel-saved = C’est enregistré. Les prochains messages partiront par là.
notice-channel-bad-email = Cette adresse n’est pas complète. Exemple : prenom.nom@exemple.fr.
notice-channel-landline = Un SMS n’arrive pas sur un téléphone fixe. Donnez un numéro de mobile, ou choisissez un autre moyen.
notice-channel-bad-number = Ce numéro n’est pas complet. Exemple : 06 39 98 00 01.
notice-channel-choose = Choisissez une façon de vous joindre.
notice-account = Mon compte
# used: notice-card-*
notice-card-unread = { $n ->
    [one] Un message à lire
   *[other] { $n } messages à lire
 }
notice-card-unread-more = Depuis { $since }
notice-card-unread-do = Lire
notice-anew-pupil = Ta carte vient d’être refaite : l’ancienne ne marche plus. Si tu ne l’as pas demandé, dis-le à un adulte de ton école.
notice-anew-adult = Votre carte vient d’être refaite : l’ancienne ne marche plus. Si vous ne l’avez pas demandé, dites-le aussitôt à l’établissement. La nouvelle carte lit tout, mais ne signe rien pendant un jour.
