offer-title = Help with { $child }’s homework, from a distance
offer-intro = { $school } offers { $child } help with homework after lessons, without staying at school. A teacher helps from afar.
