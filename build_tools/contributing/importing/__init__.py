"""`dossier import`: from a received file to the folder of a source."""
