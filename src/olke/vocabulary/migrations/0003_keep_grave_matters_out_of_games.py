from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('vocabulary', '0002_tell_gain_from_harm'),
    ]

    operations = [
        migrations.AddField(
            model_name='indicator',
            name='grave',
            field=models.BooleanField(default=False, verbose_name='not for games'),
        ),
    ]
