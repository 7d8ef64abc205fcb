directory-classes = Classes
directory-no-class = No class here
directory-no-class-text = Classes come with the import of the pupils.
directory-class-heading = Class
directory-count-heading = Pupils
directory-cards-heading = Cards
directory-cards-of = Cards of { $class }
directory-cards-print = Cards of the class
directory-no-pupil = Nobody in this class
directory-no-pupil-text = Pupils come with the import.
directory-pupils = { $n ->
    [one] One pupil
   *[other] { $n } pupils
 }
directory-family-heading = Family name
directory-given-heading = Given name
directory-synthetic = made up
# used: directory-fault-*
directory-fault-cell = Line { $line }, column { $column }, “{ $value }”: { $why }
directory-fault-column = Line { $line }, column { $column }: { $why }
directory-fault-row = Line { $line }: { $why }
directory-fault-empty = the file has no rows.
directory-fault-too-big = the file is larger than 64 MB.
directory-fault-bad-sheet = this workbook cannot be opened. Save it as CSV and try again.
directory-fault-missing-column = this column is missing.
directory-fault-unknown-column = this column is not in the template.
directory-fault-twice-column = this column stands twice.
directory-fault-cells = the row has { $found } cells, it needs { $expected }.
directory-fault-quote = a quotation mark is opened here and not closed on its line.
directory-fault-empty-cell = this cell cannot be empty.
directory-fault-not-for-role = this cell must stay empty for this role.
directory-fault-not-text = this is no plain text.
directory-fault-formula = a cell cannot begin with =, +, - or @: a spreadsheet would take it for a formula.
directory-fault-key = a key has 64 characters at most, without space or comma.
directory-fault-name = a name has 80 characters at most: letters, spaces, hyphens, apostrophes.
directory-fault-date = this is no date. Write 31/05/2014 or 2014-05-31.
directory-fault-role = there is no such role. Choose élève, responsable, enseignant, vie scolaire, référent or direction.
directory-fault-uai = a UAI has seven digits and a letter.
directory-fault-uai-letter = the letter of this UAI should be { $expected }.
directory-fault-class = the name of a class has 20 characters at most, as 6A or Tle 2.
directory-fault-yes-no = write oui or non.
directory-fault-phone = this is no telephone number.
directory-fault-lang = this is no language code, as ar, tr or uk.
directory-fault-user = a user name has 3 to 60 characters: letters without accent, digits, points, hyphens.
directory-fault-contradiction = line { $first } says otherwise of the same key.
directory-fault-user-twice = line { $first } gives this user name to somebody else.
directory-fault-unknown-school = this school is not known here. Import the directory of schools first.
directory-fault-closed-school = this school is closed.
directory-fault-unknown-child = no pupil has this key.
directory-fault-own-guardian = nobody answers for themselves.
directory-fault-other-person = this key is already that of “{ $known }”, the row says “{ $said }”.
directory-fault-twice = this code already stands on line { $first }, with other content.
directory-fault-number = this is no whole number.
directory-fault-coordinate = this is no coordinate.
directory-fault-postcode = a postcode has five digits.
directory-fault-departement = this is not the code of a département.
directory-fault-flag = write 1 or 0.
directory-to-check = To check, line { $line }, key { $key }: “{ $said }” looks like “{ $alike }”. They stay two people until somebody says otherwise.
