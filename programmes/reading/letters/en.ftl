offer-title = Reading together from a distance, for { $child }
offer-intro = { $school } invites { $child } to read aloud with a few pupils, each from home. A teacher listens from afar.
