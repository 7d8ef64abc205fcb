# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
notice-title = Messages
notice-read-all = J’ai tout lu
notice-read-done = C’est fait. Vous avez tout lu.
notice-none = Il n’y a pas de message
notice-none-text = Les messages du collège arrivent ici.
notice-new = Nouveau
notice-open = Lire et répondre
notice-mail-subject = { $school } vous écrit
notice-mail-text = { $school } vous écrit. Lisez ici : { $link }
notice-channel = Comment le collège vous écrit
notice-channel-text = Le collège écrit peu. Le collège n’écrit pas le soir, le samedi, le dimanche et pendant les vacances. Choisissez.
notice-channel-way = Comment voulez-vous avoir les messages ?
notice-channel-platform = Ici, dans mes messages
notice-channel-email = Par e-mail
notice-channel-sms = Par SMS
notice-channel-paper = Sur papier, avec mon enfant
notice-channel-address = Votre adresse e-mail
notice-channel-address-hint = Seulement pour l’e-mail. Le message dit le nom du collège et où lire.
notice-channel-number = Votre numéro de téléphone
notice-channel-number-hint = Seulement pour le SMS. Exemple : 06 39 98 00 01.
notice-channel-save = Garder mes choix
notice-channel-password = Vous avez aussi un mot de passe. Entrez avec le mot de passe pour changer cela.
notice-channel-saved = C’est fait. Nous gardons vos choix.
notice-channel-bad-email = Cette adresse n’est pas complète. Exemple : prenom.nom@exemple.fr.
notice-channel-landline = Un téléphone de maison ne reçoit pas de SMS. Donnez un numéro de mobile.
notice-channel-bad-number = Ce numéro n’est pas complet. Exemple : 06 39 98 00 01.
notice-channel-choose = Choisissez comment le collège vous écrit.
notice-account = Mon compte
notice-card-unread = { $n ->
    [one] 1 message à lire
   *[other] { $n } messages à lire
 }
notice-card-unread-more = Depuis { $since }
notice-card-unread-do = Lire
notice-anew-adult = Vous avez une nouvelle carte. L’ancienne carte ne marche plus. Vous n’avez rien demandé ? Téléphonez au collège. Vous pouvez tout lire. Vous pourrez signer demain.
notice-account-password-adult = Vous avez un nouveau mot de passe sur papier. L’ancien ne marche plus. Vous n’avez rien demandé ? Téléphonez au collège.
notice-account-by-code-adult = Votre mot de passe a changé avec un code. Ce n’est pas vous ? Téléphonez au collège.
notice-account-renamed-adult = Votre nom pour entrer est maintenant { $login }. Le mot de passe ne change pas.
notice-account-sessions-adult = Vos appareils sont sortis de Préau. Entrez encore. Vous ne comprenez pas ? Téléphonez au collège.
notice-account-blocked-adult = Vous ne pouvez plus entrer dans Préau. Demandez pourquoi au collège.
notice-account-unblocked-adult = Vous pouvez entrer dans Préau.
notice-code-subject = Votre code pour Préau
notice-code-text = Préau : votre code est { $code }. Il marche 10 minutes, 1 fois. Vous n’avez rien demandé ? Ne le donnez à personne.
