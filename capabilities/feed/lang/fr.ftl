feed-title = Alimentation
feed-lead = L’annuaire de l’académie arrive ici tout seul. Ce qu’il change est montré école par école avant d’être appliqué.
feed-list = Ce qui arrive
feed-none = Rien n’est encore inscrit.
feed-last = Dernier envoi le { $date }
feed-never = Rien n’est encore arrivé
feed-is-late = En retard
# used: feed-form-*
feed-form-aaf = Annuaire académique fédérateur (AAF)
feed-new = Inscrire une alimentation
feed-for = Pour
feed-for-missing = Choisissez l’académie.
feed-name = Nom
feed-name-hint = C’est aussi le nom de son dossier : lettres sans accents, chiffres, tirets.
feed-name-wrong = Écrivez un nom de 2 à 30 signes : lettres sans accents, chiffres, tirets.
feed-name-taken = Une alimentation porte déjà ce nom. Choisissez-en un autre.
feed-code = Code de l’académie
feed-code-hint = Tel que ses fichiers le portent : 70 pour la Normandie. Un fichier d’une autre académie est refusé.
feed-code-wrong = Écrivez le code de l’académie : un ou deux chiffres.
feed-days = Prévenir après tant de jours sans envoi
feed-days-hint = 3 pour un envoi de chaque jour.
feed-days-wrong = Écrivez un nombre de jours, de 1 à 400.
feed-alone = Appliquer sans attendre ce qui n’a rien de douteux
feed-alone-hint = Seulement après une première confirmation. Une école où quelque chose est à vérifier, ou d’où plus d’une personne sur dix partirait, attend toujours ; une rentrée aussi.
feed-register = Inscrire
feed-where = Où vont les fichiers
feed-folder = Le serveur les prend dans le dossier
feed-folder-text = Un fichier est pris quand il n’a pas changé depuis une minute, ou dès que « NOM.ok » est à côté. Il va ensuite dans « done », ou dans « refused » s’il ne peut pas être lu.
feed-no-folder = Aucun dossier n’est surveillé sur ce serveur : envoyez les fichiers par cette page, ou indiquez un dossier dans la configuration.
feed-file = Envoyer une archive
feed-file-hint = Un .zip de fichiers XML, 8 Mo au plus.
feed-file-missing = Choisissez une archive.
feed-send = Envoyer
feed-deliveries = Ce qu’elle a apporté
feed-no-delivery = Rien encore.
feed-complete = Complet du { $day }
feed-change = Modifications du { $day }
feed-counts = { $schools ->
    [one] 1 école
   *[other] { $schools } écoles
 }, { $pupils ->
    [one] 1 élève
   *[other] { $pupils } élèves
 }, { $guardians ->
    [one] 1 responsable
   *[other] { $guardians } responsables
 }, { $staff ->
    [one] 1 personnel
   *[other] { $staff } personnels
 }.
feed-to-turn = Voir ce qui change
# used: feed-state-*
feed-state-waiting = À lire
feed-state-staged = Comparé
feed-state-settled = Terminé
feed-state-same = Sans changement
feed-state-refused = Refusé
# used: feed-why-*
feed-why-no-complete = Ces modifications ne suivent aucun envoi complet. Déposez d’abord un envoi complet.
feed-why-older = Cet envoi est plus ancien que le dernier qui a été lu. Rien n’a été changé.
feed-why-other-academie = Ces fichiers sont d’une autre académie. Rien n’a été changé.
feed-why-unreadable = Ces fichiers ne peuvent pas être lus. Le rapport dit où. Rien n’a été changé.
feed-settings = Comment elle est suivie
feed-change-do = Enregistrer
feed-nobody = Plus personne ne répond de cette alimentation : elle attend. Enregistrez ses réglages pour en répondre.
feed-end = Arrêter cette alimentation
feed-end-text = Son dossier n’est plus surveillé. Ce qu’elle a apporté reste.
# used: feed-late*
feed-late = L’alimentation { $about } n’arrive plus
feed-late-more = Aucun envoi depuis le { $since }. Voyez avec qui dépose les fichiers.
feed-late-do = Voir l’alimentation
feed-late-text = { $n ->
    [one] Aucun envoi depuis plus d’un jour. Voyez avec qui dépose les fichiers.
   *[other] Aucun envoi depuis plus de { $n } jours. Voyez avec qui dépose les fichiers.
 }
feed-report = Rapport de l’envoi
feed-came = Arrivé le { $date } à { $time }
feed-files = Les fichiers
feed-notes = À savoir
feed-no-note = Rien à signaler.
feed-more-notes = { $n ->
    [one] Une remarque de plus n’est pas montrée.
   *[other] { $n } remarques de plus ne sont pas montrées.
 }
feed-place = { $file }, ligne { $n }
# used: feed-note-*
feed-note-absent = À modifier ou à supprimer, mais absent de ce qui est connu.
feed-note-no-class = Élève sans classe dans cette école : laissé comme il est.
feed-note-service = Un service répond de l’enfant : aucun compte n’est fait pour lui.
feed-note-function = Fonction qui ne donne aucun rôle ici : donnez-le à la main s’il en faut un.
feed-note-no-uai = École sans code : laissée de côté.
feed-note-unknown-guardian = Un responsable nommé n’est pas dans le fichier.
feed-note-unknown-school = Une école nommée n’est pas dans le fichier.
feed-note-no-school = Personne sans école : laissée de côté.
feed-note-unknown-class = Une classe nommée n’est pas parmi celles de l’école.
feed-note-unknown-group = Un groupe nommé n’est pas parmi ceux de l’école.
feed-note-unknown-mef = Une formation (MEF) n’est pas dans le fichier.
feed-note-unknown-subject = Une matière n’est pas dans le fichier.
feed-note-authority = L’autorité parentale est dite de deux façons : elle n’est pas donnée.
feed-note-two-links = Un responsable est dit deux fois, de deux façons.
feed-note-no-name = Personne sans nom : laissée comme elle est.
feed-note-unreadable = Une valeur ne peut pas être lue.
# used: feed-reason-*
feed-reason-input = Le fichier ne peut pas être lu.
feed-reason-too-large = Le fichier est trop grand.
feed-reason-archive = L’archive est abîmée.
feed-reason-too-many-files = L’archive a trop de fichiers.
feed-reason-no-file = L’archive n’a aucun fichier nommé comme ceux de l’annuaire (« …_Complet_… » ou « …_Delta_… »).
feed-reason-encoding = L’encodage du fichier n’est pas lu.
feed-reason-not-text = Ce n’est pas un texte.
feed-reason-xml = Le XML est mal formé.
feed-reason-other-document = Ce n’est pas un fichier de l’annuaire.
feed-reason-internal-dtd = Le fichier définit lui-même son type de document : c’est refusé.
feed-reason-entity = Une entité est inconnue.
feed-reason-cut = Le fichier est coupé : il n’est pas arrivé en entier.
feed-reason-unexpected = Un élément n’est pas à sa place.
feed-reason-no-name = Un attribut n’a pas de nom.
feed-reason-operation = Une opération est inconnue.
feed-reason-no-category = Une demande ne dit pas de quoi elle est.
feed-reason-no-id = Une demande n’a pas d’identifiant.
feed-reason-too-long = Une valeur est trop longue.
feed-reason-too-many = Une demande a trop de valeurs.
feed-reason-other-academie = Un fichier est d’une autre académie.
feed-reason-other-degree = Un fichier est d’un autre degré : les écoles et le second degré ont chacun leur alimentation.
# used: feed-treatment-*
feed-treatment-feed = Alimentation
feed-treatment-feed-for = Recevoir l’annuaire de l’académie, et dire ce qui n’a pas pu être lu.
feed-treatment-feed-whom = Élèves, responsables, personnels.
feed-treatment-feed-what = Archives reçues, identifiants et valeurs qui n’ont pas pu être lues, qui a inscrit l’alimentation.
feed-treatment-feed-kept = L’archive, jusqu’à l’envoi complet suivant et un mois au moins ; les remarques, trente-cinq jours.
feed-said-registered = L’alimentation est inscrite.
feed-said-changed = C’est enregistré.
feed-said-sent = L’archive est reçue. Elle est lue : rien n’est encore changé.
feed-said-known = Cette archive était déjà arrivée. Rien n’a changé.
feed-said-past = Rien n’a changé.
feed-said-ended = L’alimentation est arrêtée. Ce qu’elle a apporté reste.
