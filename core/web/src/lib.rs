//! What every page stands on: routes with doors, shell, forms, languages, assets, errors.
