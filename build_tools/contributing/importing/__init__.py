"""`dossier import`: from what was received to the folder of a source."""
