offer-title = Online homework help for { $child }
offer-intro = { $school } offers { $child } online help with homework after lessons, with a teacher. There is no need to stay at school.
