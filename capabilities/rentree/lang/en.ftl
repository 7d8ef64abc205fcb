rentree-title = Who comes, who leaves
rentree-lead = Send the list of your school. You are first shown what would change; nothing changes before you agree.
rentree-for = For
rentree-for-missing = Choose the school.
rentree-file = The list (CSV, .xlsx or .ods)
rentree-file-hint = From SIECLE, ONDE, Pronote or a spreadsheet: 8 MB at most.
rentree-template = Download our template, a table to fill in
rentree-file-missing = Choose a file.
rentree-file-wrong = This file cannot be taken as it is: what is to be mended is said under “How this file was read”.
rentree-whose = Its rows are
rentree-whose-hint = Where the file itself says so, that counts.
rentree-whose-said = all together: a “role” column says so
rentree-whose-said-hint = As in our template: pupils, guardians and staff.
rentree-no-role = This file has no “role” column. Tick what its rows are: most often, “pupils, with or without their guardians”.
rentree-no-post = Staff need a “fonction” column: enseignant, AED, direction… If they are pupils, tick that.
# used: rentree-whose-*
rentree-whose-eleves = pupils, with or without their guardians (SIECLE, ONDE, Pronote)
rentree-whose-familles = guardians
rentree-whose-personnel = staff
rentree-columns = How the columns were understood
rentree-heading = Heading
rentree-taken = Taken for
rentree-ignored = left out
rentree-what = This file
rentree-whole = is the whole list: who is not in it is no longer there
rentree-whole-hint = Do not tick it to add a few people: without it, the file adds and corrects, and nobody leaves.
rentree-year = is the list of the new school year: last year’s classes close
rentree-year-hint = It counts as the whole list: who is not in it leaves. The closed classes can still be read for the year’s report. New classes open under the same names.
rentree-send = See what would change
rentree-nothing-yet = Nothing is changed yet at this step.
rentree-sent = Lists that were sent
rentree-none = No list for a month.
# used: rentree-empty-*
rentree-empty = Your school has no pupil yet
rentree-empty-more = { $about }: send its list, as SIECLE, ONDE or Pronote gives it.
rentree-empty-do = Send the list
# used: rentree-list-*
rentree-list-all = Pupils, guardians and staff
rentree-list-eleves = Pupils
rentree-list-familles = Guardians
rentree-list-personnel = Staff
rentree-list-alimentation = Feed
rentree-list-year = list of the new school year
rentree-list-whole = whole list
rentree-list-more = additions and corrections
rentree-dropped = The list is thrown away. Nothing was changed.
# used: rentree-state-*
rentree-state-reading = Under way
rentree-state-faulty = To be mended
rentree-state-ready = To be confirmed
rentree-state-applying = Under way
rentree-state-done = Done
rentree-state-undoing = Under way
rentree-state-undone = Undone
# used: rentree-school-*
rentree-school-reading = Under way
rentree-school-faulty = To be mended
rentree-school-ready = To be confirmed
rentree-school-applying = Under way
rentree-school-done = Done
rentree-school-undoing = Under way
rentree-school-undone = Undone
# used: rentree-going-*
rentree-going-reading = The list is compared with what is known. This page refreshes itself; you may also leave it.
rentree-going-applying = The list is applied, school by school. You may leave this page.
rentree-going-undoing = The list is undone, school by school. You may leave this page.
rentree-going-faulty = To be mended
rentree-going-ready = To be confirmed
rentree-going-done = Done
rentree-going-undone = Undone
rentree-progress = { $of ->
    [one] { $n } school of { $of }
   *[other] { $n } schools of { $of }
 }
rentree-of = List: { $name }
rentree-sent-on = Sent on { $date } at { $time }
rentree-sent-by = Sent by { $name }, on { $date } at { $time }
rentree-faulty = Nothing was changed
rentree-gone = The file of this list is not kept any more. Send it again.
rentree-faulty-do = Mend the file and send it again.
rentree-done = It is done. You may undo it for thirty days.
rentree-next = The pupils who come need a card to get in.
rentree-cards = Make the cards
rentree-undone = The list is undone: all is as before, but for what changed since.
rentree-what-happens = What changes
rentree-nothing = Nothing changes.
rentree-same = { $n ->
    [one] { $n } person already known, unchanged
   *[other] { $n } people already known, unchanged
 }
rentree-opens = { $n ->
    [one] { $n } class opens: { $names }
   *[other] { $n } classes open: { $names }
 }
rentree-opens-check = To be read again: a class that does not exist yet is most often a typing error. If it is one, mend the file and send it again.
rentree-names = See the names
rentree-empties = { $n } people of { $of } would leave: more than one in ten. Is the file whole?
rentree-really = More than one person in ten would leave a school. Look at the names, then tick the box.
rentree-really-tick = Yes, they really leave
rentree-leaves-on = Who is no longer on the list leaves on
rentree-leaves-on-hint = If you change this day, the list is compared again before it is applied.
rentree-day-wrong = Write a day near today: four months before or after, at most.
rentree-can-be-undone = You can undo all of it for thirty days.
rentree-confirm = Confirm
rentree-undo = Undo this list
rentree-undo-text = What it changed becomes as it was. What changed since stays, and is named to you.
rentree-drop = Throw this list away
rentree-drop-text = The list and its file are erased. Nothing of it was applied, and nothing changes.
rentree-kinds = What changes
rentree-kept = This changed since, or came into use, and stays as it is:
rentree-nobody = Nobody.
rentree-row = { $n ->
   *[other] Row { $n } of the file
 }
rentree-stays = stays
rentree-again = Compare again with these choices
rentree-number = A number, a language or a day of birth changes.
rentree-was = Before: { $was }
rentree-closed = { $n ->
    [0] Nobody was in it.
    [one] One pupil was in it.
   *[other] { $n } pupils were in it.
 }
# used: rentree-count-*
rentree-count-arrives = { $n ->
    [one] 1 comes
   *[other] { $n } come
 }
rentree-count-moves = { $n ->
    [one] 1 changes class
   *[other] { $n } change class
 }
rentree-count-leaves = { $n ->
    [one] 1 leaves
   *[other] { $n } leave
 }
rentree-count-stays = { $n ->
    [one] 1 stays without being listed
   *[other] { $n } stay without being listed
 }
rentree-count-given = { $n ->
    [one] 1 role given
   *[other] { $n } roles given
 }
rentree-count-tied = { $n ->
    [one] 1 guardian more
   *[other] { $n } guardians more
 }
rentree-count-untied = { $n ->
    [one] 1 guardian fewer
   *[other] { $n } guardians fewer
 }
rentree-count-corrected = { $n ->
    [one] 1 corrected
   *[other] { $n } corrected
 }
rentree-count-opens = { $n ->
    [one] 1 class opens
   *[other] { $n } classes open
 }
rentree-count-closes = { $n ->
    [one] 1 class closes
   *[other] { $n } classes close
 }
rentree-count-check = { $n ->
    [one] 1 to look at
   *[other] { $n } to look at
 }
rentree-count-gathers = { $n ->
    [one] 1 group is made
   *[other] { $n } groups are made
 }
rentree-count-regroups = { $n ->
    [one] 1 group changes
   *[other] { $n } groups change
 }
rentree-count-disbands = { $n ->
    [one] 1 group ends
   *[other] { $n } groups end
 }
rentree-gathered = { $n ->
    [0] Nobody is in it yet.
    [one] One person is in it.
   *[other] { $n } people are in it.
 }
rentree-refused = This school is not changed: here is what is wrong.
# used: rentree-kind-*
rentree-kind-arrives = Pupils who come, with their class.
rentree-kind-moves = Pupils who change class.
rentree-kind-leaves = People who are no longer listed. Tick those who stay.
rentree-kind-stays = People who are no longer listed, and stay.
rentree-kind-given = Adults who are given a role.
rentree-kind-tied = Guardians, with the pupil they answer for from now on.
rentree-kind-untied = Guardians, with the pupil they answer for no more.
rentree-kind-corrected = What is written of them changes.
rentree-kind-opens = Classes that open.
rentree-kind-closes = Last year’s classes: they close and can still be read.
rentree-kind-gathers = Teaching groups and teams that are made.
rentree-kind-regroups = Groups that people join (+) or leave (−), and what is taught there where that changes.
rentree-kind-disbands = Groups that are no longer listed: they end.
rentree-kind-check = The file is followed, but look whether this is right.
# used: rentree-role-*
rentree-role-pupil = pupil
rentree-role-teacher = teacher
rentree-role-documentalist = librarian
rentree-role-vie-scolaire = vie scolaire
rentree-role-aed = AED
rentree-role-aesh = AESH
rentree-role-referent = digital referent
rentree-role-psyen = psychologist or social worker
rentree-role-head = head
rentree-role-director = head of a primary school
# used: rentree-treatment-*
rentree-treatment-turn = Start of the year and lists
rentree-treatment-turn-for = To compare a school’s list with what Préau knows, and apply what was read through.
rentree-treatment-turn-whom = Pupils, guardians, staff.
rentree-treatment-turn-what = Lines of the list: names, classes, dates of birth, what would change.
rentree-treatment-turn-kept = As long as the list that was applied can be undone.

rentree-said-sent = The list has come. It is being compared: nothing is changed yet.
rentree-said-day = The day is changed: the list is compared again.
rentree-said-confirmed = Confirmed: the list is applied, one school after the other.
rentree-said-undoing = Taking it back has begun: each school becomes as it was.
rentree-said-past = Nothing has changed: this is where the list stands.
rentree-said-stay = Noted: the list is compared again.
