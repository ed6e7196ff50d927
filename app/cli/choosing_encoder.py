from app.parallel.encoder import Encoder, installed_encoder
from app.settings import Settings


def choose_encoder(settings: Settings) -> Encoder | None:
    """The one that is installed, unless the setting says none."""
    return installed_encoder() if settings.encoder == "installed" else None
