notice-title = Messages
notice-read-all = J’ai tout lu
notice-read-done = C’est noté : tout est lu.
notice-none = Pas de message
notice-none-text = Les messages de l’école arrivent ici.
notice-new = Nouveau
notice-write = Écrire à la classe
notice-sent = { $n ->
    [one] Envoyé à 1 élève.
   *[other] Envoyé à { $n } élèves.
 }
notice-later = Le soir, le week-end et pendant les vacances, rien ne dérange les familles : ce message s’affichera { $when }.
notice-text = Votre message
notice-text-hint = Chaque élève de la classe le verra en arrivant. 500 signes au plus.
notice-send = Envoyer à la classe
notice-say-something = Écrivez un message de 500 signes au plus.
# used: notice-channel-*
notice-open = Lire et répondre
notice-mail-subject = { $school } vous écrit
notice-mail-text = { $school } vous écrit. Lisez ici : { $link }
notice-channel = Comment le collège vous joint
notice-channel-text = Le collège vous écrit peu, jamais le soir, le week-end ni pendant les vacances. Choisissez par où.
notice-channel-way = Par où voulez-vous recevoir les messages ?
notice-channel-platform = Ici, dans mes messages
notice-channel-email = Par e-mail
notice-channel-sms = Par SMS
notice-channel-paper = Sur papier, par mon enfant
notice-channel-address = Votre adresse e-mail
notice-channel-address-hint = Seulement pour l’e-mail. Le message dit quel collège écrit et où lire, rien d’autre.
notice-channel-number = Votre numéro de téléphone
notice-channel-number-hint = Seulement pour le SMS. Exemple : 06 39 98 00 01.
notice-channel-save = Enregistrer
notice-channel-password = Vous avez aussi un mot de passe : entrez avec lui pour changer cela.
notice-channel-saved = C’est enregistré. Les prochains messages partiront par là.
notice-channel-bad-email = Cette adresse n’est pas complète. Exemple : prenom.nom@exemple.fr.
notice-channel-landline = Un SMS n’arrive pas sur un téléphone fixe. Donnez un numéro de mobile, ou choisissez un autre moyen.
notice-channel-bad-number = Ce numéro n’est pas complet. Exemple : 06 39 98 00 01.
notice-channel-choose = Choisissez une façon de vous joindre.
notice-account = Mon compte
# used: notice-card-*
notice-card-unread = { $n ->
    [one] Un message à lire
   *[other] { $n } messages à lire
 }
notice-card-unread-more = Depuis { $since }
notice-card-unread-do = Lire
notice-anew-pupil = Ta carte vient d’être refaite : l’ancienne ne marche plus. Si tu ne l’as pas demandé, dis-le à un adulte de ton école.
notice-anew-adult = Votre carte vient d’être refaite : l’ancienne ne marche plus. Si vous ne l’avez pas demandé, dites-le aussitôt à l’établissement. La nouvelle carte lit tout, mais ne signe rien pendant un jour.
# used: notice-account-*
notice-account-password-pupil = Un adulte de ton école t’a donné un nouveau mot de passe. Si tu ne l’as pas demandé, dis-le-lui.
notice-account-password-adult = Un nouveau mot de passe vous a été donné sur papier : l’ancien n’ouvre plus. Si vous ne l’avez pas demandé, dites-le aussitôt à l’établissement.
notice-account-by-code-pupil = Ton mot de passe vient d’être changé avec un code. Si ce n’est pas toi, dis-le à un adulte de ton école.
notice-account-by-code-adult = Votre mot de passe vient d’être changé avec un code envoyé par e-mail ou par SMS. Si ce n’est pas vous, dites-le aussitôt à l’établissement.
notice-account-second-pupil = Ta deuxième étape à l’entrée a été retirée. Si tu ne l’as pas demandé, dis-le à un adulte de ton école.
notice-account-second-adult = Votre deuxième étape à l’entrée a été retirée, et vos sessions fermées. Si vous ne l’avez pas demandé, dites-le aussitôt à qui administre Préau.
notice-account-second-of-pupil = Tu as retiré la deuxième étape de quelqu’un.
notice-account-second-of-adult = Vous avez retiré la deuxième étape d’un autre administrateur, et ses sessions sont fermées. Si ce n’est pas vous, changez votre mot de passe et dites-le aussitôt.
notice-account-renamed-pupil = Ton nom d’utilisateur est maintenant { $login }.
notice-account-renamed-adult = Votre nom d’utilisateur est maintenant { $login }. Le mot de passe reste le même.
notice-account-sessions-pupil = Un adulte de ton école t’a déconnecté de tous tes appareils. Entre de nouveau avec ta carte.
notice-account-sessions-adult = Vous avez été déconnecté de tous vos appareils. Entrez de nouveau ; si cela vous étonne, dites-le à l’établissement.
notice-account-blocked-pupil = Ton accès à Préau est fermé. Demande pourquoi à un adulte de ton école.
notice-account-blocked-adult = Votre accès à Préau est fermé. Demandez pourquoi à votre établissement.
notice-account-unblocked-pupil = Tu peux de nouveau entrer dans Préau.
notice-account-unblocked-adult = Vous pouvez de nouveau entrer dans Préau.
notice-code-subject = Votre code pour Préau
notice-code-text = Préau : votre code est { $code }. Il vaut dix minutes et ne sert qu’une fois. Vous n’avez rien demandé ? Ne le donnez à personne.
notice-leaves-now = Les messages partent maintenant.
notice-leaves-later = Les messages partiront { $day } à { $time }.
# used: notice-treatment-*
notice-treatment-messages = Messages de l’école
notice-treatment-messages-for = Prévenir une personne de ce qui la concerne, à une heure convenable.
notice-treatment-messages-whom = Élèves, responsables, personnels.
notice-treatment-messages-what = Texte du message, auteur, destinataire, voie d’envoi, lu ou non.
notice-treatment-channels = Voie choisie pour être prévenu
notice-treatment-channels-for = Écrire à chacun par la voie qu’il a choisie : Préau, e-mail, SMS ou papier.
notice-treatment-channels-whom = Toute personne qui choisit une voie.
notice-treatment-channels-what = Adresse e-mail ou numéro de téléphone, donnés par la personne et changés quand elle veut.
notice-treatment-channels-kept = Jusqu’à ce que la personne change de voie, ou soit effacée.
