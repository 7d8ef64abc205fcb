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
directory-fault-bad-sheet = ce classeur ne s’ouvre pas. Enregistrez-le en CSV et recommencez.
directory-fault-missing-column = cette colonne manque.
directory-fault-unknown-column = cette colonne n’est pas dans le modèle.
directory-fault-twice-column = cette colonne est là deux fois.
directory-fault-cells = la ligne a { $found } cases, il en faut { $expected }.
directory-fault-quote = un guillemet s’ouvre ici et ne se referme pas sur sa ligne.
directory-fault-empty-cell = cette case ne peut pas être vide.
directory-fault-not-for-role = cette case doit rester vide pour ce rôle.
directory-fault-not-text = ce n’est pas du texte simple.
directory-fault-formula = une case ne peut pas commencer par =, +, - ou @ : un tableur y verrait une formule.
directory-fault-key = un identifiant a 64 signes au plus, sans espace ni virgule.
directory-fault-name = un nom a 80 signes au plus : des lettres, des espaces, des tirets, des apostrophes.
directory-fault-date = ce n’est pas une date. Écrivez 31/05/2014 ou 2014-05-31.
directory-fault-role = ce rôle n’existe pas. Choisissez élève, responsable, enseignant, vie scolaire, référent ou direction.
directory-fault-uai = un code UAI a sept chiffres et une lettre.
directory-fault-uai-letter = la lettre de ce code UAI devrait être { $expected }.
directory-fault-class = un nom de classe a 20 signes au plus, comme 6A ou Tle 2.
directory-fault-yes-no = écrivez oui ou non.
directory-fault-phone = ce n’est pas un numéro de téléphone.
directory-fault-lang = ce n’est pas un code de langue, comme ar, tr ou uk.
directory-fault-user = un nom d’utilisateur a 3 à 60 signes : lettres sans accent, chiffres, points, tirets.
directory-fault-contradiction = la ligne { $first } dit autre chose pour le même identifiant.
directory-fault-user-twice = la ligne { $first } donne ce nom d’utilisateur à quelqu’un d’autre.
directory-fault-unknown-school = cet établissement n’est pas connu ici. Importez d’abord l’annuaire.
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
directory-to-check = À vérifier, ligne { $line }, identifiant { $key } : « { $said } » ressemble à « { $alike } ». Ce sont deux personnes tant que personne ne dit le contraire.
