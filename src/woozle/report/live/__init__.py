"""The record as local pages: one view at a time, asked for by bounded questions, drawn as the one file is drawn."""
