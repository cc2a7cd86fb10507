"""Average the weights of pipelines that went different ways from one start."""

from collections.abc import Sequence

import numpy as np
from spacy.language import Language


def average_component(pipelines: Sequence[Language], name: str) -> Language:
    """Give the first pipeline's component the mean of all pipelines' weights.

    The pipelines must share their architecture and have been trained on from one another,
    else the mean of their weights means nothing.

    Returns:
        The first pipeline, changed in place.
    """
    models = [list(nlp.get_pipe(name).model.walk()) for nlp in pipelines]  # type: ignore[attr-defined]
    for nodes in zip(*models, strict=True):
        for param in nodes[0].param_names:
            if nodes[0].has_param(param):
                mean = np.mean([node.get_param(param) for node in nodes], axis=0)
                nodes[0].set_param(param, mean.astype(np.float32))
    return pipelines[0]
