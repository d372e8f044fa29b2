"""The trained engine: one small network reads words, sentences, tags, trees, names and who says what."""

from woozle.toolbox.nlp.trained.engine import TrainedEngine, load_trained

__all__ = ["TrainedEngine", "load_trained"]
