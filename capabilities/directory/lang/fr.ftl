directory-classes = Classes
directory-no-class = Aucune classe ici
directory-no-class-text = Les classes arrivent avec l’import des élèves.
directory-class-heading = Classe
directory-count-heading = Élèves
directory-cards-heading = Cartes
directory-cards-of = Cartes de la { $class }
directory-cards-print = Cartes de la classe
directory-no-pupil = Personne dans cette classe
directory-no-pupil-text = Les élèves arrivent avec l’import.
directory-pupils = { $n ->
    [0] Aucun élève
    [one] Un élève
   *[other] { $n } élèves
 }
directory-family-heading = Nom
directory-given-heading = Prénom
directory-synthetic = inventé
# used: directory-fault-*
directory-fault-cell = Ligne { $line }, colonne { $column }, « { $value } » : { $why }
directory-fault-column = Ligne { $line }, colonne { $column } : { $why }
directory-fault-row = Ligne { $line } : { $why }
directory-fault-empty = le fichier n’a aucune ligne.
directory-fault-too-big = le fichier dépasse 64 Mo.
directory-fault-old-sheet = un classeur .xls d’avant 2007 ne se lit pas. Enregistrez-le en .xlsx ou en CSV et recommencez.
directory-fault-too-many = le fichier a plus de 100 000 lignes : ce n’est pas un annuaire d’établissements.
directory-fault-heavy = le fichier contient plus que ce qui peut être lu, ici ou avant. Gardez le tableau seul, sans case loin de lui (200 colonnes au plus ; 20 000 lignes pour un établissement, 1 048 576 pour une académie), et recommencez.
directory-fault-encoding = les accents ne se lisent pas. Enregistrez le fichier en « CSV UTF-8 » et recommencez.
directory-fault-no-heading = cette case est dans une colonne sans titre. Donnez un titre à la colonne, ou videz-la.
directory-fault-too-long = cette case dépasse 500 signes.
directory-fault-broken = cette case contient l’erreur d’une formule. Écrivez la valeur elle-même.
directory-fault-date-here = le tableur a changé cette case en date. Donnez à toute la colonne le format Texte, écrivez la valeur à nouveau et recommencez.
directory-fault-rounded = le tableur a arrondi ce nombre. Donnez à toute la colonne le format Texte, reprenez les valeurs d’origine et recommencez.
directory-fault-future = ce jour de naissance n’est pas encore venu.
directory-fault-authority-twice = la ligne { $first } dit le contraire pour le même enfant, { $child }. Gardez une seule des deux.
directory-fault-user-taken = ce nom d’utilisateur est déjà celui de { $holder }. Celui-ci est libre : { $free }.
directory-fault-bad-sheet = ce classeur ne s’ouvre pas. Enregistrez-le en CSV et recommencez.
directory-fault-missing-column = cette colonne manque.
directory-fault-twice-column = cette colonne est là deux fois.
directory-fault-cells = la ligne a { $found } cases, il en faut { $expected }. Si c’est la dernière ligne, le fichier a été coupé.
directory-fault-quote = un guillemet s’ouvre ici et ne se referme pas sur sa ligne.
directory-fault-hollow = le fichier contient des centaines de milliers de cases ou de lignes vides, ici ou avant : tout n’a pas été lu. Copiez le tableau seul dans un nouveau classeur, et recommencez.
directory-fault-empty-cell = cette case ne peut pas être vide.
directory-fault-not-for-role = cette case doit rester vide pour ce rôle.
directory-fault-not-text = ce n’est pas du texte simple.
directory-fault-formula = une case ne peut pas commencer par =, +, - ou @ : un tableur y verrait une formule.
directory-fault-key = un identifiant a 64 signes au plus, sans espace ni virgule.
directory-fault-name = un nom a 80 signes au plus : des lettres, des espaces, des tirets, des apostrophes.
directory-fault-date = ce n’est pas une date. Écrivez 31/05/2014 ou 2014-05-31. Dans un tableur, donnez à toute la colonne le format jj/mm/aaaa.
directory-fault-role = ce rôle n’existe pas. Choisissez élève, responsable, enseignant, documentaliste, CPE, AED, AESH, PsyEN, référent, direction ou directeur (d’une école).
directory-fault-uai = un code UAI a sept chiffres et une lettre.
directory-fault-uai-letter = la lettre de ce code UAI devrait être { $expected }.
directory-fault-class = un nom de classe a 20 signes au plus, comme 6A ou Tle 2.
directory-fault-yes-no = écrivez oui ou non.
directory-fault-phone = ce n’est pas le numéro de téléphone d’une personne. Écrivez-le comme 06 12 34 56 78 ou +33 6 12 34 56 78.
directory-fault-lang = ce n’est pas un code de langue, comme ar, tr ou uk.
directory-fault-user = un nom d’utilisateur a 3 à 60 signes : lettres sans accent, chiffres, points, tirets.
directory-fault-contradiction = la ligne { $first } dit autre chose pour le même identifiant.
directory-fault-user-twice = la ligne { $first } donne ce nom d’utilisateur à quelqu’un d’autre.
directory-fault-unknown-school = cet établissement n’est pas connu ici. Importez d’abord l’annuaire.
directory-fault-not-yours = vous ne pouvez pas donner ce rôle dans cet établissement. Ôtez la ligne, ou demandez à l’académie.
directory-fault-closed-school = cet établissement est fermé.
directory-fault-unknown-child = aucun élève n’a cet identifiant.
directory-fault-own-guardian = personne n’est son propre responsable.
directory-fault-other-person = cet identifiant est déjà celui de « { $known } », la ligne dit « { $said } ».
directory-fault-twice = ce code est déjà à la ligne { $first }, avec un autre contenu.
directory-fault-number = ce n’est pas un nombre entier.
directory-fault-coordinate = ce n’est pas une coordonnée.
directory-fault-postcode = un code postal a cinq chiffres.
directory-fault-departement = ce n’est pas le code d’un département.
directory-fault-flag = écrivez 1 ou 0.
# used: directory-column-*
# used: directory-guardian-*
# used: directory-noted-*
directory-reading = Comment ce fichier a été lu
directory-reading-columns = Comment chaque colonne a été comprise
directory-reading-heading = Titre dans le fichier
directory-reading-taken = Comprise comme
directory-reading-example = Exemple
directory-reading-column = « { $heading } » : { $taken }
directory-reading-column-such = « { $heading } » : { $taken }, par exemple « { $example } »
directory-reading-ignored = Colonnes laissées de côté, sans rien y lire : { $headings }.
directory-reading-none = Aucune colonne n’a été comprise. La première ligne du tableau doit porter les titres des colonnes.
directory-reading-mend = { $n ->
    [one] Une chose à corriger
   *[other] { $n } choses à corriger
 }
directory-reading-mend-text = Rien n’a été enregistré. Corrigez le fichier, puis envoyez-le à nouveau.
directory-reading-row = Ligne { $line } du fichier
directory-reading-more = { $n ->
    [one] Et une autre chose à corriger, qui se dira après celles-ci.
   *[other] Et { $n } autres choses à corriger, qui se diront après celles-ci.
 }
directory-reading-here = à corriger
directory-reading-notes = À savoir
directory-reading-people = { $n ->
    [0] Personne n’a été lu.
    [one] Une personne lue.
   *[other] { $n } personnes lues.
 }
directory-lines-all = { $lines } et { $last }
directory-lines-more = { $n ->
    [one] { $lines } et une autre
   *[other] { $lines } et { $n } autres
 }
directory-faults-cell = Lignes { $lines }, colonne { $column }, « { $value } » : { $why }
directory-faults-such = Lignes { $lines }, colonne { $column }, par exemple « { $value } » : { $why }
directory-faults-column = Lignes { $lines }, colonne { $column } : { $why }
directory-faults-row = Lignes { $lines } : { $why }
directory-fault-two-columns = deux colonnes veulent dire la même chose et ne sont pas d’accord. Gardez la bonne et effacez l’autre.
directory-fault-whole-name = le nom et le prénom ne se distinguent pas. Écrivez le nom en capitales et le prénom en minuscules, comme NOUVEL Inès, ou donnez deux colonnes.
directory-fault-whose-authority = plusieurs responsables sont nommés, et cette colonne ne dit pas duquel elle parle. Ajoutez son numéro au titre, comme « Autorité parentale resp. légal 1 ».
directory-note = Ligne { $line }, « { $said } » : { $why }
directory-noted-one-person = même nom et même jour de naissance qu’à la ligne { $first }, sans identifiant : c’est une seule personne. Si elles sont deux, donnez un identifiant à chacune.
directory-noted-two-people = même nom et même numéro qu’à la ligne { $first }, pour un autre enfant, sans identifiant : ce sont deux personnes. Si c’en est une seule, donnez-lui le même identifiant aux deux lignes.
directory-noted-above = cette ligne est au-dessus des titres des colonnes : elle n’a pas été lue.
directory-noted-no-given-name = ce responsable n’a pas de prénom, comme un service : il est laissé de côté.
directory-column-of = { $column } ({ $who })
directory-column-twin = la même chose que « { $heading } », qui en dit autant ou plus : laissée de côté
directory-column-identifiant = identifiant
directory-column-ine = identifiant national (INE)
directory-column-numero_eleve = numéro de l’élève dans l’établissement
directory-column-nom = nom de famille
directory-column-nom_usage = nom d’usage, gardé quand il y en a un
directory-column-prenom = prénom
directory-column-prenom_usage = prénom d’usage, gardé quand il y en a un
directory-column-nom_prenom = nom et prénom
directory-column-naissance = date de naissance
directory-column-role = rôle
directory-column-uai = établissement (UAI)
directory-column-classe = classe
directory-column-responsable_de = identifiant de l’enfant
directory-column-autorite = autorité parentale
directory-column-telephone = téléphone
directory-column-autre_telephone = téléphone, si l’autre manque
directory-column-langue = langue
directory-column-utilisateur = nom d’utilisateur
directory-column-fin = dernier jour
directory-column-courriel = adresse électronique du personnel
directory-guardian-0 = responsable
directory-guardian-1 = responsable 1
directory-guardian-2 = responsable 2
directory-guardian-3 = responsable 3
directory-guardian-4 = responsable 4
directory-guardian-5 = père
directory-guardian-6 = mère
directory-to-check = À vérifier, ligne { $line }, colonne { $column }, « { $said } » : { $why }
# used: directory-check-*
directory-check-alike = ressemble à « { $other } ». Ce sont deux personnes tant que personne ne dit le contraire.
directory-check-by-name = connu ici sous le même nom, sans autre numéro de ce fichier : { $other }. C’est pris pour la même personne.
directory-check-renamed = s’appelait « { $other } ». Le nouveau nom est enregistré. Si c’est quelqu’un d’autre, corrigez l’identifiant et recommencez.
directory-check-twins = s’appelait « { $other } », et quelqu’un de la même famille est né le même jour. Le nouveau nom est enregistré. Si des identifiants ont été échangés entre jumeaux, corrigez le fichier et recommencez : la carte et les messages suivent l’identifiant.
directory-check-age = cela fait { $other } ans. Vérifiez la date de naissance et le rôle.
directory-check-pupil-and-adult = le fichier en fait un élève et aussi un adulte. Vérifiez l’identifiant et le rôle.
directory-check-class = cette nouvelle classe ressemble à « { $other } ». Ce sont deux classes. Si c’est la même, écrivez-la partout de la même façon et recommencez.
directory-check-by-hand = Le lien avec { $other } a été corrigé à la main : il reste tel quel.
directory-check-beyond = Cette personne a aussi un rôle dont vous ne répondez pas : son nom, sa date de naissance et son numéro restent tels quels.
directory-check-two-classes = est aussi en « { $other } », dans le même établissement. Vérifiez la classe.
directory-way-classes = Les classes et les cartes
# used: directory-kind-*
# used: directory-part-*
# used: directory-guest-*
# used: directory-deed-*
directory-groups = Groupes
directory-no-group = Aucun groupe pour l’instant
directory-no-group-text = Les groupes et les classes s’affichent ici.
directory-more-schools = { $n ->
    [one] et une autre école
   *[other] et { $n } autres écoles
 }
directory-kind = Pour quoi faire
directory-kind-missing = Choisissez à quoi sert le groupe.
directory-kind-class = Classe
directory-kind-teaching = Groupe d’enseignement
directory-kind-need = Groupe de besoin
directory-kind-cross-school = Groupe de plusieurs écoles
directory-kind-team = Équipe
directory-kind-cohort = Cohorte
directory-kind-club = Club
directory-part = Place dans le groupe
directory-part-hint = Qui anime ajoute et retire des personnes. Qui accompagne voit tout le groupe et ne change rien.
directory-part-teacher = Anime
directory-part-member = Membre
directory-part-observer = Accompagne
directory-group-new = Nouveau groupe
directory-group-name = Nom du groupe
directory-name-wrong = Donnez un nom de 60 signes au plus.
directory-class-were = Ceux qui y étaient
directory-name-signs = Un nom tient en une ligne, sans signes comme < ou =.
directory-name-empty = Écrivez un nom.
directory-choose = Choisissez
directory-home = École du groupe
directory-home-hint = Vous pourrez ajouter une autre école ensuite.
directory-school-missing = Choisissez une école.
directory-shows-roster = Les membres voient qui est dans le groupe
directory-group-make = Créer le groupe
directory-group-until = Jusqu’au { $date }
directory-take-in = Ajouter des personnes
directory-take-pupils = Des élèves
directory-from = Classe ou groupe
directory-from-hint = Choisissez d’où viennent les élèves.
directory-from-show = Voir les élèves
directory-from-nobody = Aucun élève de votre école ici.
directory-pupils-heading = Élèves à ajouter
directory-take-colleague = Un collègue
directory-colleague = Collègue
directory-nobody-chosen = Choisissez au moins une personne.
directory-since = À partir du
directory-since-hint = Vide : aujourd’hui.
directory-until = Jusqu’au
directory-until-hint = Vide : sans fin.
directory-days-wrong = Le dernier jour vient après le premier, et pas avant aujourd’hui.
directory-people = { $n ->
    [0] Personne
    [one] Une personne
   *[other] { $n } personnes
 }
directory-nobody = Personne à montrer
directory-nobody-text = Ce groupe ne montre personne pour l’instant.
directory-member-from = à partir du { $date }
directory-member-since = depuis le { $date }
directory-member-until = jusqu’au { $date }
directory-let-go = Retirer
directory-class-page = Page de la classe
directory-settings = Réglages du groupe
directory-keep = Enregistrer
directory-other-school = Une autre école
directory-uai = Code UAI de l’école
directory-uai-hint = Sept chiffres et une lettre. Sa direction pourra ajouter ses élèves et ses collègues.
directory-uai-unknown = Aucune école ouverte n’a ce code.
directory-add-school = Ajouter cette école
directory-trail = Ce qui a été fait
directory-trail-last = Les { $n } derniers gestes sont ici ; qui administre la plateforme retrouve les autres.
directory-deed-group-made = Groupe créé
directory-deed-group-joined = Une personne ajoutée
directory-deed-group-left = Une personne retirée
directory-deed-group-changed = Réglages changés
directory-deed-group-home = Une école ajoutée
directory-deed-group-guest = Un invité ajouté
directory-deed-group-ended = Groupe terminé
directory-end = Terminer le groupe
directory-end-text = Plus personne n’y sera, dès maintenant. Cela ne s’annule pas.
directory-guests = Invités
directory-guests-lead = Un invité vient de l’extérieur. Il entre avec une carte, voit les groupes où il est et les messages qui lui sont écrits, et rien d’autre.
directory-guest-cards = Cartes des invités
directory-guest-new = Un nouvel invité
directory-guest-role = Qui est-ce
directory-guest-role-missing = Choisissez qui est cet invité.
directory-guest-association = Une association
directory-guest-tutor = Le tuteur d’une entreprise
directory-guest-elected = Un élu
directory-guest-delegate = Un représentant des parents
directory-guest-partner = Un partenaire (Canopé, Région)
directory-guest-part-hint = Un membre voit ce que le groupe montre à ses membres. Qui accompagne ou anime voit tout le groupe.
directory-guest-until-hint = Le dernier jour où il peut entrer.
directory-guest-until-missing = Donnez le dernier jour, après aujourd’hui.
directory-guest-make = Ajouter cet invité
directory-given-missing = Donnez un prénom.
directory-family-missing = Donnez un nom.
directory-pupil-family = Famille
directory-pupil-no-family = Aucun responsable n’est connu ici.
directory-pupil-no-authority = sans autorité parentale

# What is found
directory-found-pupils = Élèves
directory-found-adults = Adultes
directory-found-groups = Classes et groupes
directory-found-schools = Établissements
directory-sight = Droit de regard limité
directory-sight-whose = { $guardian }, sans autorité parentale, pour { $child }
directory-sight-law = Un parent sans l’exercice de l’autorité parentale garde le droit d’être informé des choix importants. Une autre personne n’a ce droit que si la famille ou un juge le dit. Relisez la décision avant d’ouvrir.
directory-sight-opens = Ce regard montre les lettres des programmes qui seront proposés à l’élève à partir d’aujourd’hui, et s’il y participe.
directory-sight-opens-not = Il ne montre ni les séances, ni les présences, ni les demandes d’aide, et ne permet de rien décider.
directory-sight-open = Le regard est ouvert
directory-sight-about = Du { $from } au { $until }, ouvert par { $by }
directory-sight-reason = Pourquoi l’ouvrez-vous ?
directory-sight-reason-hint = Par exemple : jugement du 12 mars, l’autre parent est prévenu. De 10 à 300 signes. Gardé avec votre nom.
directory-sight-until = Jusqu’à quel jour, compris ?
directory-sight-until-hint = Un an au plus. Il se ferme ensuite tout seul.
directory-sight-do = Ouvrir ce regard
directory-sight-end = Fermer ce regard
directory-sight-past = Regards d’avant
directory-sight-say-reason = Écrivez la raison, en 10 à 300 signes.
directory-sight-say-until = Choisissez un jour à venir, dans un an au plus.
directory-sight-deed = Droit de regard ouvert jusqu’au { $until } : { $reason }
directory-sight-deed-end = Droit de regard fermé
directory-sight-link = Droit de regard
directory-places = Établissements
directory-places-search = Nom, commune ou UAI
directory-places-none = Aucun établissement
directory-places-none-text = Prenez d’abord l’annuaire des établissements.
directory-places-unfound = Aucun établissement trouvé
directory-places-unfound-text = Écrivez un mot de son nom, sa commune, ou son code UAI.
directory-places-more = { $n ->
    [one] Et un autre : ajoutez un mot, comme la commune.
   *[other] Et { $n } autres : ajoutez un mot, comme la commune.
 }
directory-places-heads = { $n ->
    [0] aucune direction
    [one] une direction
   *[other] { $n } personnes à la direction
 }
directory-places-referents = { $n ->
    [0] aucun référent
    [one] un référent
   *[other] { $n } référents
 }
directory-places-classes = { $n ->
    [0] aucune classe
    [one] une classe
   *[other] { $n } classes
 }
directory-places-caption = { $n ->
    [0] Aucun établissement
    [one] Un établissement
   *[other] { $shown } établissements
 }
directory-places-faults = { $n ->
    [one] Une chose est à corriger dans l’annuaire
   *[other] { $n } choses sont à corriger dans l’annuaire
 }
directory-places-doubts = Cet annuaire fermerait beaucoup d’établissements
directory-places-closing = { $academie } : { $n } sur { $of } fermeraient.
directory-places-doubt = Comparez le fichier avec celui qui est publié, puis cochez la case.
directory-places-really = Oui, ils ferment vraiment
directory-places-list = Prendre l’annuaire des établissements
directory-places-list-text = L’annuaire publié par le ministère (CSV). Préau apporte celui de Normandie : 2 378 établissements.
directory-places-file = L’annuaire, en CSV
directory-places-no-file = Choisissez un fichier, ou prenez celui que Préau apporte.
directory-places-wrong = Ce fichier ne peut pas être pris : ce qui est à corriger est en haut de la page.
directory-places-take = Prendre ce fichier
directory-places-ours = Prendre les établissements normands
directory-places-read = { $n ->
    [0] Aucun établissement n’a été lu.
    [one] Un établissement a été lu.
   *[other] { $shown } établissements ont été lus.
 }
directory-place = Établissement
directory-place-name = Nom
directory-place-heads = Direction
directory-place-referents = Référents
directory-place-people = Personnes
directory-place-nobody = Personne pour l’instant
directory-place-all = Personnes de cet établissement
directory-place-passwords = Premiers mots de passe de l’équipe
directory-place-add = Ajouter une personne
directory-place-closed = Fermé
directory-place-name-wrong = Un nom a 120 signes au plus.
directory-place-known = Cet établissement est déjà connu : { $name }.
directory-place-open = Ouvrir un établissement à la main
directory-place-open-text = Pour un établissement que l’annuaire publié ne connaît pas encore.
directory-place-no-class = Aucune classe.
directory-place-rename = Changer le nom
directory-place-merge = Réunir avec un autre
directory-place-merge-text = Tout ce qui est à { $name } va à l’autre : personnes, classes, séances. Cet établissement se ferme. Vous pourrez l’annuler pendant trente jours.
directory-place-close = Fermer l’établissement
directory-place-close-classes = { $n ->
    [0] Aucune classe n’est ouverte.
    [one] Une classe se ferme.
   *[other] { $n } classes se ferment.
 }
directory-place-close-people = { $n ->
    [0] Personne n’y a de rôle.
    [one] Une personne y perd son rôle aujourd’hui.
   *[other] { $n } personnes y perdent leur rôle aujourd’hui.
 }
directory-place-close-text = Tout reste lisible. Pendant trente jours, rouvrir l’établissement fait tout revenir.
directory-place-reopen = Rouvrir l’établissement
directory-place-reopen-text = Ses classes se rouvrent et chacun y retrouve son rôle.
directory-place-reopen-alone = L’établissement se rouvre seul : sa fermeture ne s’annule plus. Les classes et les personnes reviennent par une liste.
directory-place-lately = Changé depuis un mois
# used: directory-place-done-*
directory-place-done-nom = L’établissement s’appelle maintenant { $name }.
directory-place-done-ferme = L’établissement { $name } est fermé.
directory-place-done-ouvert = L’établissement { $name } est rouvert, avec ses classes et les rôles de chacun.
directory-place-done-ouvert-reste = L’établissement { $name } est rouvert. Ce qui a changé depuis sa fermeture reste comme c’est ; tout le reste est revenu.
directory-place-done-ouvert-seul = L’établissement { $name } est rouvert, sans ses classes ni ses personnes : elles reviennent par une liste, à la page « Qui arrive, qui part ».
directory-place-done-fusion = Les deux établissements n’en font qu’un : { $name }.
directory-place-done-classe = La classe { $name } est ouverte.
directory-place-done-classe-nom = La classe s’appelle maintenant { $name }.
directory-place-done-classe-ferme = La classe { $name } est fermée.
directory-place-done-classe-ouvert = La classe { $name } est rouverte.
directory-place-done-classe-fusion = Les deux classes n’en font qu’une : { $name }.
directory-place-done-annule = C’est annulé, tout est comme avant : { $name }.
directory-place-done-reste = Une partie a changé depuis et reste comme elle est ; le reste est annulé : { $name }.
directory-undo = Annuler
# used: directory-undo-*
directory-undo-school-renamed = Nom changé :
directory-undo-school-closed = Fermé :
directory-undo-school-opened = Ouvert :
directory-undo-school-merged = Réuni :
directory-undo-class-renamed = Nom changé :
directory-undo-class-closed = Classe fermée :
directory-undo-class-opened = Classe ouverte :
directory-undo-class-merged = Classe réunie :
directory-class-new = Nouvelle classe
directory-class-open = Ouvrir la classe
directory-class-closed = Classe fermée
directory-class-known = Une classe ouverte de cet établissement a déjà ce nom.
directory-class-known-closed = Une classe fermée de cet établissement a déjà ce nom.
directory-class-name-long = Un nom de classe a 20 signes au plus, comme 6A ou Tle 2.
directory-class-name = Nom de la classe
directory-class-merge = Réunir avec une autre classe
directory-class-merge-text = Les élèves de { $name } et ce qu’elle a vont à l’autre. Vous pourrez l’annuler pendant trente jours.
directory-class-with = L’autre classe
directory-class-choose = Choisissez l’autre classe.
directory-class-close = Fermer la classe
directory-class-close-text = Une classe se ferme quand plus personne n’y est. Elle reste lisible.
directory-class-not-empty = Il y a encore des élèves dans cette classe : changez-les d’abord de classe, ou réunissez-la avec une autre.
directory-class-list = Voir la liste de la classe
directory-class-reopen = Rouvrir la classe
directory-first-schools = Les établissements sont là
directory-first-schools-text = Prenez l’annuaire publié ; Préau apporte celui de Normandie.
directory-first-pilot = Quelqu’un pilote
directory-first-pilot-text = Donnez à quelqu’un le rôle de pilote de l’académie : c’est lui qui ouvre un programme.
directory-first-head = Un établissement a sa direction
directory-first-head-text = Créez la personne qui dirige un premier établissement ; elle nomme ensuite son équipe.
directory-first-people = Des élèves sont là
directory-first-people-text = La direction ou le référent envoie la liste de son établissement, telle que SIECLE, ONDE ou Pronote la donne.
# used: directory-treatment-*
directory-treatment-people = Annuaire
directory-treatment-people-for = Savoir qui est élève ou membre de quelle classe, de quel groupe et de quel établissement, pour donner à chacun ce qui le concerne.
directory-treatment-people-whom = Élèves, responsables, personnels, partenaires.
directory-treatment-people-what = Nom, prénom, date de naissance, téléphone, langue, identifiants des fichiers importés, rôles, classes et groupes.
directory-treatment-people-kept = La personne : tant que l’école le dit ; effacée sur demande, il reste une ligne sans nom. Un lieu de groupe part avec son groupe, un an après la fin de celui-ci.
directory-treatment-families = Liens entre enfants et responsables
directory-treatment-families-for = Montrer et demander aux familles ce qui concerne leurs enfants, et à personne d’autre.
directory-treatment-families-whom = Élèves et leurs responsables.
directory-treatment-families-what = Qui répond de quel enfant, avec ou sans autorité parentale, et ce que l’école a permis de voir.
directory-treatment-trail = Journal des actes
directory-treatment-trail-for = Pouvoir dire qui a fait quoi, et défaire une erreur.
directory-treatment-trail-whom = Toute personne qui agit dans Préau, et celles sur qui elle agit.
directory-treatment-trail-what = L’acte, son auteur, sa date, sa raison ; pendant trente jours, l’état d’avant, pour défaire.
directory-treatment-search = Recherche
directory-treatment-search-for = Retrouver une personne, une classe ou une page, dans la limite de ce que l’on a le droit de voir.
directory-treatment-search-whom = Élèves, responsables, personnels.
directory-treatment-search-what = Les mots de ce qui peut être trouvé, dont les noms.
directory-treatment-search-kept = Aussi longtemps que ce qui est trouvé ; part avec l’effacement de la personne.

directory-said-sight = Ce regard est ouvert.
directory-said-sight-end = Ce regard est fermé.
directory-said-founded = { $name } est parmi les établissements.
directory-said-guest = La personne est invitée. Imprimez sa carte pour qu’elle puisse entrer.
directory-said-joined = C’est fait : le groupe a de nouveaux membres.
directory-said-left = C’est fait : cette personne n’est plus dans le groupe.
directory-said-group-made = Le groupe est créé. Choisissez qui en fait partie.
directory-said-group-changed = C’est enregistré.
directory-said-group-home = { $name } fait maintenant partie du groupe.
directory-said-group-ended = Le groupe est terminé.
